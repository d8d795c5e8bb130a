"""The visible team (zichtbaar team): the cards that residents may see."""
