"""The lists of several states held beside one another: who lists whom on which ground, since when, and who does not."""
