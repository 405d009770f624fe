#ifndef DOWNDRAFT_STREAMS_H
#define DOWNDRAFT_STREAMS_H

// Two doubles as the processor has them in one register, and stores that go past the cache.
//
// Swift's own vectors are taken apart into scalars before they are optimised, and not always put
// together again: a recursion over pairs takes a fifth longer with them. Here every operation is one
// of the processor's. Products and sums are functions of their own, so that no compiler fuses them,
// and all machines agree to the last bit.

typedef double pair_of_doubles __attribute__((ext_vector_type(2)));
// The same anywhere in a column.
typedef double pair_in_column __attribute__((ext_vector_type(2), aligned(8)));

#define PAIR_OPERATION static inline __attribute__((always_inline))

PAIR_OPERATION pair_of_doubles pair_sum(pair_of_doubles left, pair_of_doubles right) {
    return left + right;
}

PAIR_OPERATION pair_of_doubles pair_difference(pair_of_doubles left, pair_of_doubles right) {
    return left - right;
}

PAIR_OPERATION pair_of_doubles pair_product(pair_of_doubles left, pair_of_doubles right) {
    return left * right;
}

PAIR_OPERATION pair_of_doubles pair_quotient(pair_of_doubles left, pair_of_doubles right) {
    return left / right;
}

// The right one where the left one is not larger.
PAIR_OPERATION pair_of_doubles pair_larger(pair_of_doubles left, pair_of_doubles right) {
    return left > right ? left : right;
}

// The right one where the left one is not smaller.
PAIR_OPERATION pair_of_doubles pair_smaller(pair_of_doubles left, pair_of_doubles right) {
    return left < right ? left : right;
}

PAIR_OPERATION pair_of_doubles pair_of_firsts(pair_of_doubles left, pair_of_doubles right) {
    return __builtin_shufflevector(left, right, 0, 2);
}

PAIR_OPERATION pair_of_doubles pair_of_seconds(pair_of_doubles left, pair_of_doubles right) {
    return __builtin_shufflevector(left, right, 1, 3);
}

// The second of the left pair, then the first of the right one.
PAIR_OPERATION pair_of_doubles pair_between(pair_of_doubles left, pair_of_doubles right) {
    return __builtin_shufflevector(left, right, 1, 2);
}

// Past the cache on x86-64, where the place must be a multiple of sixteen; elsewhere an ordinary store.
PAIR_OPERATION void pair_stream(double *place, pair_of_doubles pair) {
#if defined(__x86_64__)
    __builtin_nontemporal_store(pair, (pair_of_doubles *)place);
#else
    *(pair_in_column *)place = pair;
#endif
}

// Whoever sees a later store sees what was streamed before.
PAIR_OPERATION void streams_end(void) {
#if defined(__x86_64__)
    __builtin_ia32_sfence();
#endif
}

// Asks for the line that holds a place, which will be read soon.
PAIR_OPERATION void line_prefetch(const double *place) {
    __builtin_prefetch(place);
}

#endif
