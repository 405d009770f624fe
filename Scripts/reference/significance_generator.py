"""The generator's reference: the step's linear map over bits raised to the power 2^128, and `randomgen`."""

import numpy as np
from randomgen import Xoshiro256

MASK = (1 << 64) - 1


def rotated(word, by):
    """A word turned left."""
    return (word << by | word >> (64 - by)) & MASK


def step(state):
    """One step of xoshiro256**: the output and the next state."""
    a, b, c, d = state
    c, d = c ^ a, d ^ b
    return rotated(state[1] * 5 & MASK, 7) * 9 & MASK, (a ^ d, b ^ c, c ^ (state[1] << 17 & MASK), rotated(d, 45))


def bits(state):
    """A state as a vector of 256 bits, the first word's lowest first."""
    return np.array([word >> place & 1 for word in state for place in range(64)], dtype=float)


def words(vector):
    """A vector of bits as a state."""
    return tuple(sum(int(vector[64 * word + place]) << place for place in range(64)) for word in range(4))


def jumped(state):
    """The state 2^128 steps on, by squaring the matrix of one step 128 times."""
    matrix = np.column_stack([bits(step(words(np.eye(256)[column]))[1]) for column in range(256)])
    for _ in range(128):
        matrix = np.mod(matrix @ matrix, 2)
    return words(np.mod(matrix @ bits(state), 2))


def outputs(state, count):
    """The next outputs."""
    found = []
    for _ in range(count):
        output, state = step(state)
        found.append(output)
    return found


def rows():
    """First outputs from the state 1, 2, 3, 4 and after a jump, checked against `randomgen`."""
    state = (1, 2, 3, 4)
    generator = Xoshiro256(1)
    generator.state = generator.state | {"s": np.array(state, dtype=np.uint64)}
    plain, after = outputs(state, 64), outputs(jumped(state), 64)
    assert [int(x) for x in generator.jumped().random_raw(64)] == after
    assert [int(x) for x in generator.random_raw(64)] == plain
    return [("plain", i, x) for i, x in enumerate(plain)] + [("jumped", i, x) for i, x in enumerate(after)]
