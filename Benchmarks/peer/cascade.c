/* The cascade's three kernels as one would write them first, in plain C.
 *
 *     cascade INPUT THREADS REPEATS
 *
 * INPUT holds, as doubles in the machine's order: bins, scenarios, steps, volatility, rest; then bins + 1
 * shapes, the shocks and the scales. Prints a line of JSON for each kernel. */
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const double *shapes, *shocks, *scales;
static long bins, scenarios, steps;
static double volatility, rest;
static double *falls;

/* One scenario after another: the fall that what it liquidates holds. */
static void fixed_points(long from, long to) {
    for (long i = from; i < to; i++) {
        double fall = shocks[i];
        long bin = -1;
        for (;;) {
            long next = fall < bins ? (long)fall : bins;
            if (next == bin) break;
            bin = next;
            fall = shocks[i] + scales[i] * shapes[bin];
        }
        falls[i] = fall;
    }
}

typedef struct { uint64_t s[4]; } generator;

static uint64_t mixed(uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebull;
    return x ^ (x >> 31);
}

static generator seeded(uint64_t seed, uint64_t stream) {
    const uint64_t golden = 0x9e3779b97f4a7c15ull;
    uint64_t counter = mixed(seed + golden) ^ mixed(stream);
    generator g;
    for (int i = 0; i < 4; i++) g.s[i] = mixed(counter += golden);
    return g;
}

static uint64_t rotated(uint64_t x, int bits) { return x << bits | x >> (64 - bits); }

static uint64_t next(generator *g) {
    uint64_t *s = g->s, result = rotated(s[1] * 5, 7) * 9, shifted = s[1] << 17;
    s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotated(s[3], 45);
    return result;
}

static generator of_stream(uint64_t stream) {
    generator source = seeded(20251010, stream), g;
    for (int i = 0; i < 4; i++) g.s[i] = next(&source);
    return g;
}

/* Two normal numbers of one draw, by Box and Muller. */
static void normals(generator *g, double two[2]) {
    uint64_t bits = next(g);
    double radius = sqrt(-2 * log(((bits >> 32) + 0.5) * 0x1p-32));
    double angle = 2 * 3.141592653589793 * ((bits & 0xffffffff) * 0x1p-32);
    two[0] = radius * cos(angle);
    two[1] = radius * sin(angle);
}

/* A price that wanders, is pushed by what it liquidates, and forgets the push. */
static void paths(long from, long to) {
    for (long i = from; i < to; i++) {
        generator g = of_stream(i);
        double walk = shocks[i], push = 0, furthest = 0;
        long reached = 0;
        double sold = shapes[0], fall = 0;
        double two[2] = {0, 0};
        for (long t = 0; t < steps; t++) {
            if (t % 2 == 0) normals(&g, two);
            walk += volatility * two[t % 2];
            push *= rest;
            fall = walk + push;
            if (fall > furthest) furthest = fall;
            long bin = furthest < bins ? (long)furthest : bins;
            if (bin > reached) {
                push += scales[i] * (shapes[bin] - sold);
                sold = shapes[bin];
                reached = bin;
            }
        }
        falls[i] = walk + push;
    }
}

typedef struct { void (*work)(long, long); long from, to; } piece;

static void *run(void *argument) {
    piece *p = argument;
    p->work(p->from, p->to);
    return NULL;
}

static double seconds(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(const char *name, void (*work)(long, long), int threads, int repeats) {
    double times[100], cores[100], total = 0;
    for (int r = 0; r < repeats; r++) {
        double start = seconds(CLOCK_MONOTONIC), core_start = seconds(CLOCK_PROCESS_CPUTIME_ID);
        pthread_t ids[16];
        piece pieces[16];
        for (int t = 0; t < threads; t++) {
            pieces[t] = (piece){work, scenarios * t / threads, scenarios * (t + 1) / threads};
            pthread_create(&ids[t], NULL, run, &pieces[t]);
        }
        for (int t = 0; t < threads; t++) pthread_join(ids[t], NULL);
        times[r] = seconds(CLOCK_MONOTONIC) - start;
        cores[r] = seconds(CLOCK_PROCESS_CPUTIME_ID) - core_start;
    }
    for (long i = 0; i < scenarios; i++) total += falls[i];
    qsort(times, repeats, sizeof(double), ascending);
    qsort(cores, repeats, sizeof(double), ascending);
    printf("{\"part\": \"%s\", \"elements\": %ld, \"min_ns\": %.1f, \"median_ns\": %.1f, ", name, scenarios,
           times[0] * 1e9, times[repeats / 2] * 1e9);
    printf("\"core_ns\": %.1f, \"core_median_ns\": %.1f, \"result\": %.17g}\n", cores[0] * 1e9,
           cores[repeats / 2] * 1e9, total);
}

int main(int count, char **arguments) {
    if (count < 4) return 2;
    FILE *file = fopen(arguments[1], "rb");
    double head[5];
    if (!file || fread(head, sizeof(double), 5, file) != 5) return 1;
    bins = head[0], scenarios = head[1], steps = head[2], volatility = head[3], rest = head[4];
    long size = bins + 1 + 2 * scenarios;
    double *body = malloc(size * sizeof(double));
    falls = malloc(scenarios * sizeof(double));
    if (!body || !falls || fread(body, sizeof(double), size, file) != (size_t)size) return 1;
    shapes = body, shocks = body + bins + 1, scales = shocks + scenarios;
    int threads = atoi(arguments[2]), repeats = atoi(arguments[3]);
    if (threads < 1 || threads > 16 || repeats < 1 || repeats > 100) return 2;
    measure("fixed-point", fixed_points, threads, repeats);
    measure("paths", paths, threads, repeats);
    return 0;
}
