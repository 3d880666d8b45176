"""What is shown of a plan over several kwartalen."""
