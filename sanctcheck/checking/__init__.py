"""From the files to their records, whatever does the work: this process, several of them, or a run before this one."""
