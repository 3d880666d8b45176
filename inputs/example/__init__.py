"""The synthetic example: seeded homes and households in real gemeenten, calibrated to published margins."""
