"""Any two stands of a plan beside each other: versions, editions, and the draft of today."""
