"""Batches that are larger than one machine: the same screening, partition by partition."""
