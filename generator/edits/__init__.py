"""What a command changes in files that people wrote: one thing, everywhere or nowhere, and no other byte."""
