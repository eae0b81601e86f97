from ... import above
