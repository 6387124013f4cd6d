"""What changed: editions held against each other, what an editor must look at again, and what hangs on one source."""
