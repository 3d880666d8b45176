"""The synthetic example: a seeded generator of homes and households in real gemeenten, calibrated to published margins."""
