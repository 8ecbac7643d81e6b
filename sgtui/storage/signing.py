"""The signing key of one person, which only their own slot opens."""

from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class PersonalSigner:
    """Signs as one member of staff. Its text form never shows the key."""

    def __init__(self, staff_id: UUID, private_key: bytes) -> None:
        """`private_key`: 32 raw bytes. Raises ValueError for any other length."""
        self._staff_id = staff_id
        self._key = Ed25519PrivateKey.from_private_bytes(private_key)

    @classmethod
    def new(cls, staff_id: UUID) -> "PersonalSigner":
        """A signer with a key that nobody had before."""
        return cls(staff_id, Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def staff_id(self) -> UUID:
        """Who they are in the register."""
        return self._staff_id

    @property
    def public_key(self) -> bytes:
        """The half that anyone may have, 32 raw bytes."""
        return self._key.public_key().public_bytes_raw()

    def private_key(self) -> bytes:
        """The secret half, 32 raw bytes, for wrapping in a slot and nothing else."""
        return self._key.private_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """The signature of a message, 64 bytes."""
        return self._key.sign(message)

    def __repr__(self) -> str:
        """Names the class alone."""
        return "PersonalSigner()"
