"""The clock door: one module per job, found by discovery."""
