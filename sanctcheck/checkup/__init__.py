"""What `doctor` looks at: versions, the law, the lists, what is kept, and how a repository uses the tool."""
