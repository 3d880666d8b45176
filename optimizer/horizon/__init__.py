"""Capacity over several kwartalen: who waits, which homes come, and which should be added where and when."""
