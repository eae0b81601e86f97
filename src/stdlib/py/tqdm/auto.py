"""The bar for this place."""

from tqdm import tqdm, trange
