"""Short, clear words that stand for bytes: to print, to type in again, to read aloud.

One word is one byte. No two begin with the same four letters, so that a word can be told from its
beginning and a smudged one can be guessed.
"""

from typing import Final

_LIST: Final = """
acorn actor adopt afternoon airport alarm album almond amber anchor angle ankle apple april
apron arch arrow artist august aunt autumn avenue award bacon badge bakery balcony bamboo
banana barrel basket battery beach beard beaver bedroom bicycle biscuit blanket blossom
bonfire border bottle bracelet branch breakfast bridge broom bubble bucket budget builder
butter buzzard cabbage cactus camera candle canvas captain caravan carpet carrot castle
cedar ceiling cellar century chalk cheese cherry chicken chimney cinema circle clover
coconut coffee comet compass copper coral corner cotton cousin cradle crayon cricket
crystal cupboard curtain cushion daisy dancer december dentist desert diamond dinner
doctor dolphin donkey dragon drawer drummer eagle earth easter echo edge elastic elbow
elephant emerald empire engine evening exhibit fabric falcon farmer father feather fence
ferry fiddle finger flamingo forest fountain frog frosty funnel galaxy garden garlic
gentle giant ginger giraffe glacier glove goblet golden gravel guitar hammer harbour
harvest hazel helmet hexagon hockey holiday honey hotel hundred igloo indigo insect island
ivory jacket january jelly jewel jigsaw journey jungle kangaroo kettle keyboard kitchen
kiwi ladder lagoon lantern laundry lavender leather lemon leopard letter library lizard
lobster locket lucky lunch magnet mango maple marble meadow melody mirror monkey mosaic
mountain mushroom napkin narrow nephew nickel nurse ocean olive omelette onion orange
orbit orchard otter oval oyster paddle palace panda paper parrot pebble pencil penguin
pepper quarter quilt rabbit radio rainbow ribbon river robin rocket saddle sailor salmon
scarf school shadow silver spider squirrel summer sunset teacup thimble tiger timber
tomato trumpet tulip tunnel velvet violin walnut window
"""

WORDS: Final[tuple[str, ...]] = tuple(_LIST.split())
"""256 words in alphabetical order; the order is part of what is printed and must not change."""

SEAL_WORDS: Final = 6
"""Words of a hash that are read aloud or written down."""


def words_of(content: bytes) -> tuple[str, ...]:
    """One word for each byte."""
    return tuple(WORDS[number] for number in content)


def words_of_hash(link: str) -> str:
    """The first six words of a hash in hex, to compare a sheet on paper with the record."""
    return " ".join(words_of(bytes.fromhex(link)[:SEAL_WORDS]))
