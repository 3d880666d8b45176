"""What no plan may do, checked placement by placement."""
