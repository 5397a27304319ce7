/* The inner loops of the inker: plain C without a library, compiled when the package is built (build.py).
 *
 * Arrays are C-contiguous; pictures run row by row from the top. No state, no allocation, no threads; the arithmetic is
 * that of IEEE 754 without contraction, so that one build gives the same pixels on every machine of its kind.
 */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define API __attribute__((visibility("default")))

enum { SLOTS = 32 };
enum { NORMAL = 3, REST = 6, VERTEX = 10 }; /* where in a row of Scene.vertex */
enum { MATTE, SKIN, CLOTH, HAIR, METAL, EYE, FLAT, GLOW, FUR, LIP };

/* Slots that the EYE finish turns its pixels into (figure/mesh.py, Slot). */
enum { SLOT_EYE = 5, SLOT_IRIS = 6, SLOT_PUPIL = 7, SLOT_LASH = 8, SLOT_TEETH = 10 };

static inline float clampf(float v, float lo, float hi) { return v < lo ? lo : v > hi ? hi : v; }

static inline float smooth(float lo, float hi, float v) {
    float t = clampf((v - lo) * (1.0f / (hi - lo)), 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

static inline float fracf(float v) { return v - floorf(v); }

/* Vertex normals, weighted by the areas of the faces around them; not scaled to length one. out: (points, 3). */
API void normals(int32_t points, const float *p, int32_t faces, const int32_t *f, float *out) {
    memset(out, 0, sizeof(float) * 3 * (size_t)points);
    for (int32_t i = 0; i < faces; i++) {
        const float *a = p + 3 * f[3 * i], *b = p + 3 * f[3 * i + 1], *c = p + 3 * f[3 * i + 2];
        float ux = b[0] - a[0], uy = b[1] - a[1], uz = b[2] - a[2];
        float vx = c[0] - a[0], vy = c[1] - a[1], vz = c[2] - a[2];
        float n[3] = {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
        for (int corner = 0; corner < 3; corner++)
            for (int axis = 0; axis < 3; axis++) out[3 * f[3 * i + corner] + axis] += n[axis];
    }
}

/* Linear blend skinning: four bones a point; matrices (bones, 3, 4) carry the rest pose to the posed one. */
API void skin(int32_t points, const float *p, const uint8_t *bone, const float *weight, const float *m, float *out) {
    for (int32_t i = 0; i < points; i++, p += 3, bone += 4, weight += 4, out += 3) {
        float x = 0, y = 0, z = 0;
        for (int j = 0; j < 4; j++) {
            const float w = weight[j], *a = m + 12 * bone[j];
            if (w == 0.0f) continue;
            x += w * (a[0] * p[0] + a[1] * p[1] + a[2] * p[2] + a[3]);
            y += w * (a[4] * p[0] + a[5] * p[1] + a[6] * p[2] + a[7]);
            z += w * (a[8] * p[0] + a[9] * p[1] + a[10] * p[2] + a[11]);
        }
        out[0] = x, out[1] = y, out[2] = z;
    }
}

/* Where the edge from a to b crosses the row at y; from the upper end, so that neighbours agree to the last bit. */
static inline double crossing(const float *a, const float *b, double y) {
    if (a[1] > b[1] || (a[1] == b[1] && a[0] > b[0])) { const float *t = a; a = b; b = t; }
    return a[0] + (y - a[1]) * ((double)b[0] - a[0]) / ((double)b[1] - a[1]);
}

/* What is in front: screen is (points, 3): x, y in pixels and nearness (1/depth); points of nearness 0 are behind the
 * camera. near (height, width) keeps the greatest nearness, ids the face that has it (`first` + its row). */
API void raster(int32_t faces, const int32_t *f, const float *screen, int32_t width, int32_t height, float *near,
                int32_t *ids, int32_t first) {
    for (int32_t i = 0; i < faces; i++) {
        const float *a = screen + 3 * f[3 * i], *b = screen + 3 * f[3 * i + 1], *c = screen + 3 * f[3 * i + 2];
        if (a[2] <= 0 || b[2] <= 0 || c[2] <= 0) continue;
        double low = fmin(a[1], fmin(b[1], c[1])), high = fmax(a[1], fmax(b[1], c[1]));
        if (high < 0 || low > height || ceil(low - 0.5) >= ceil(high - 0.5)) continue; /* it meets no middle of a row */
        if (ceil(fmin(a[0], fmin(b[0], c[0])) - 0.5) >= ceil(fmax(a[0], fmax(b[0], c[0])) - 0.5)) continue; /* nor column */
        double area = ((double)b[0] - a[0]) * ((double)c[1] - a[1]) - ((double)c[0] - a[0]) * ((double)b[1] - a[1]);
        if (fabs(area) < 1e-9) continue;
        double zx = (((double)b[2] - a[2]) * ((double)c[1] - a[1]) - ((double)c[2] - a[2]) * ((double)b[1] - a[1])) / area;
        double zy = (((double)c[2] - a[2]) * ((double)b[0] - a[0]) - ((double)b[2] - a[2]) * ((double)c[0] - a[0])) / area;
        int32_t y0 = (int32_t)fmax(0, ceil(low - 0.5)), y1 = (int32_t)fmin(height, ceil(high - 0.5));
        const float *edges[3][2] = {{a, b}, {b, c}, {c, a}};
        for (int32_t y = y0; y < y1; y++) {
            double yc = y + 0.5, left = 1e30, right = -1e30;
            for (int e = 0; e < 3; e++) {
                const float *p = edges[e][0], *q = edges[e][1];
                if ((p[1] <= yc) == (q[1] <= yc)) continue;
                double x = crossing(p, q, yc);
                if (x < left) left = x;
                if (x > right) right = x;
            }
            int32_t x0 = (int32_t)fmax(0, ceil(left - 0.5)), x1 = (int32_t)fmin(width, ceil(right - 0.5));
            float *row = near + (size_t)y * width;
            int32_t *id = ids + (size_t)y * width;
            double z = a[2] + zx * (x0 + 0.5 - a[0]) + zy * (yc - a[1]);
            for (int32_t x = x0; x < x1; x++, z += zx)
                if ((float)z > row[x]) row[x] = (float)z, id[x] = first + i;
        }
    }
}

/* A scene as the inker gets it; the order of members is that of kernels.py. */
typedef struct {
    int32_t width, height;         /* of the pictures */
    int32_t map;                   /* side of the shadow map, 0 without one */
    const int32_t *face;           /* (faces, 3) */
    const uint8_t *slot;           /* (faces) */
    const uint8_t *part;           /* (faces): which paint */
    const float *vertex;           /* (points, VERTEX): screen, normal, rest; side by side, for the processor's cache */
    const float *colours;          /* (parts, SLOTS, 3), 0 to 1 */
    const uint8_t *finish;         /* (parts, SLOTS) */
    const int32_t *owner;          /* (parts): which figure, for light and outlines */
    const int32_t *first;          /* (parts + 1): their rows in the pattern table */
    const int32_t *pattern;        /* (rows, 4): of, to, first test, end of tests */
    const float *tone;             /* (rows) */
    const float *test;             /* (tests, 8): x, |x|, y, z, tag, offset, period, duty */
    const float *light;            /* (figures, 15): to key, key, shade, to rim, rim */
    const float *ray;              /* (3, 3): world ray of pixel (0, 0), its change by column, by row */
    const float *to_map;           /* (3, 4): from camera place + ray * depth to shadow map column, row, height */
    const float *shadow;           /* (map, map) heights towards the light, -1e9 where nothing is */
    uint64_t *maybe;               /* work (faces), zeros: which patterns of its paint a face may show, and that it is known */
    float hatch;                   /* hatch lines per unit of rest position */
    const float *near;             /* (height, width) */
    const int32_t *ids;            /* (height, width), -1 where nothing is */
    int8_t *facing;                /* out (height, width, 3): normals times 127 */
    uint8_t *drawn;                /* out (height, width, 2): slot after patterns, part */
    uint8_t *pixels;               /* out (height, width, 4), premultiplied */
} Scene;

static int passes(const float *t, const float *r) {
    float v = t[0] * r[0] + t[1] * fabsf(r[0]) + t[2] * r[1] + t[3] * r[2] + t[4] * r[3] + t[5];
    return t[6] > 0 ? fracf(v / t[6]) < t[7] : v > 0;
}

/* Whether some pixel of a face may pass tests: each is tried at its three corners, between which it is straight. */
static int possible(const Scene *s, const int32_t *face, int32_t from, int32_t end) {
    for (int32_t row = from; row < end; row++) {
        const float *t = s->test + 8 * row;
        if (t[6] > 0) continue;
        float most = -1e30f;
        for (int k = 0; k < 3; k++) {
            const float *r = s->vertex + VERTEX * face[k] + REST;
            const float bent = t[1] > 0 ? t[1] * fabsf(r[0]) : 0.0f; /* |x| may be 0 between corners, but not more */
            const float v = t[0] * r[0] + bent + t[2] * r[1] + t[3] * r[2] + t[4] * r[3] + t[5];
            if (v > most) most = v;
        }
        if (most < -1e-5f) return 0;
    }
    return 1;
}

enum { KNOWN = 63 };

/* Which patterns of its paint a face may show, a bit each; those after the 63rd are always tried. */
static uint64_t shown(const Scene *s, int32_t face, int part) {
    uint64_t found = s->maybe[face];
    if (found) return found;
    found = 1ull << KNOWN;
    for (int32_t row = s->first[part]; row < s->first[part + 1] && row - s->first[part] < KNOWN; row++) {
        const int32_t *p = s->pattern + 4 * row;
        if (possible(s, s->face + 3 * face, p[2], p[3])) found |= 1ull << (row - s->first[part]);
    }
    return s->maybe[face] = found;
}

/* Turn `slot` into what a pattern makes of it where a pixel passes its tests. */
static inline void tried(const Scene *s, int32_t row, int *slot, const float *rest, float *tone) {
    const int32_t *p = s->pattern + 4 * row;
    if (p[0] != *slot) return;
    for (int32_t t = p[2]; t < p[3]; t++)
        if (!passes(s->test + 8 * t, rest)) return;
    *slot = p[1], *tone *= s->tone[row];
}

/* Which slot a pixel has after the patterns of its paint; `tone` collects what they multiply. */
static int patterned(const Scene *s, int32_t face, int part, int slot, const float *rest, float *tone) {
    const int32_t first = s->first[part], end = s->first[part + 1];
    for (uint64_t may = shown(s, face, part) ^ (1ull << KNOWN); may; may &= may - 1)
        tried(s, first + __builtin_ctzll(may), &slot, rest, tone);
    for (int32_t row = first + KNOWN; row < end; row++) tried(s, row, &slot, rest, tone);
    return slot;
}

/* Iris, pupil, limbal ring and one highlight on an eyeball, from the direction of a pixel as seen from its centre. */
static int eyed(const float *d, float *tone) {
    float grow = d[3] > 0.1f ? d[3] : 1.0f, x = d[0] / grow, y = d[1] / grow, r = sqrtf(x * x + y * y);
    if ((x - 0.17f) * (x - 0.17f) + (y - 0.22f) * (y - 0.22f) < 0.013f) return SLOT_TEETH;
    if (r < 0.25f) return SLOT_PUPIL;
    if (r < 0.58f) {
        *tone *= 0.55f + 0.9f * clampf((0.35f - y) / 0.7f, 0.0f, 1.0f);
        return SLOT_IRIS;
    }
    if (r < 0.66f) return SLOT_LASH;
    *tone *= 1.0f - 0.22f * smooth(0.15f, 0.5f, d[1]);
    return SLOT_EYE;
}

/* How much of the key reaches a point, 0 to 1: four taps into the shadow map, with a soft but narrow edge. */
static float lit(const Scene *s, float u, float v, float height, float bias) {
    u -= 0.5f, v -= 0.5f;
    int x = (int)floorf(u), y = (int)floorf(v);
    if (x < 0 || y < 0 || x + 1 >= s->map || y + 1 >= s->map) return 1.0f;
    float fx = u - x, fy = v - y, tap[2][2];
    for (int j = 0; j < 2; j++)
        for (int i = 0; i < 2; i++) tap[j][i] = s->shadow[(size_t)(y + j) * s->map + x + i] > height + bias ? 0.0f : 1.0f;
    float top = tap[0][0] * (1 - fx) + tap[0][1] * fx, low = tap[1][0] * (1 - fx) + tap[1][1] * fx;
    return smooth(0.25f, 0.75f, top * (1 - fy) + low * fy);
}

static inline float dot(const float *a, const float *b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

static void pixel(const Scene *s, int32_t x, int32_t y, size_t at) {
    const int32_t face = s->ids[at], *f = s->face + 3 * face;
    const float *a = s->vertex + VERTEX * f[0], *b = s->vertex + VERTEX * f[1], *c = s->vertex + VERTEX * f[2];
    const float px = x + 0.5f, py = y + 0.5f, z = s->near[at];
    const float area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
    const float part_of = 1.0f / area, depth = 1.0f / z;
    float w0 = ((b[0] - px) * (c[1] - py) - (c[0] - px) * (b[1] - py)) * part_of;
    float w1 = ((c[0] - px) * (a[1] - py) - (a[0] - px) * (c[1] - py)) * part_of;
    float w2 = 1.0f - w0 - w1;
    w0 *= a[2] * depth, w1 *= b[2] * depth, w2 *= c[2] * depth;
    float n[3], r[4], ray[3], view[3];
    for (int k = 0; k < 3; k++) n[k] = w0 * a[NORMAL + k] + w1 * b[NORMAL + k] + w2 * c[NORMAL + k];
    for (int k = 0; k < 4; k++) r[k] = w0 * a[REST + k] + w1 * b[REST + k] + w2 * c[REST + k];
    for (int k = 0; k < 3; k++) ray[k] = s->ray[k] + px * s->ray[3 + k] + py * s->ray[6 + k];
    const float far = 1.0f / sqrtf(dot(ray, ray)), length = 1.0f / (sqrtf(dot(n, n)) + 1e-12f);
    for (int k = 0; k < 3; k++) view[k] = -ray[k] * far, n[k] *= length;
    float facing = dot(n, view);
    const int turned = facing < 0;
    if (turned) { facing = -facing; for (int k = 0; k < 3; k++) n[k] = -n[k]; }
    for (int k = 0; k < 3; k++) s->facing[3 * at + k] = (int8_t)(n[k] * 127.0f);

    const int part = s->part[face];
    float tone = 1.0f;
    int slot = patterned(s, face, part, s->slot[face], r, &tone);
    int finish = s->finish[part * SLOTS + slot];
    if (finish == EYE && slot == SLOT_EYE) slot = eyed(r, &tone);
    s->drawn[2 * at] = (uint8_t)slot, s->drawn[2 * at + 1] = (uint8_t)part;

    const float *L = s->light + 15 * s->owner[part], *key = L + 3, *shade = L + 6, *rim = L + 12;
    const float *base = s->colours + 3 * (part * SLOTS + slot), towards = dot(n, L);
    float bright = 1.0f, shine = 0.0f, edge = 0.0f, warm = 0.0f;
    if (finish == FLAT || finish == GLOW) {
        bright = finish == GLOW ? 1.0f : smooth(-0.6f, 0.4f, towards) * 0.35f + 0.65f;
    } else if (finish == EYE) {
        bright = smooth(-0.25f, 0.25f, towards) * 0.4f + 0.6f;
    } else {
        float ragged = finish == FUR ? 0.10f * (fracf(r[0] * 9.0f + r[1] * 23.0f) - 0.5f) : 0.0f;
        bright = smooth(-0.04f, 0.10f, towards + ragged);
        if (s->map && bright > 0.0f) {
            const float d = depth, *m = s->to_map, q[3] = {ray[0] * d, ray[1] * d, ray[2] * d};
            float u = dot(m, q) + m[3], v = dot(m + 4, q) + m[7], h = dot(m + 8, q) + m[11];
            bright *= lit(s, u, v, h, (finish == SKIN || finish == LIP ? 0.024f : 0.012f) * (3.0f - 2.0f * towards));
        }
        if (finish == SKIN || finish == LIP) warm = bright * (1.0f - bright) * 1.6f;
        bright = bright * 0.86f + 0.14f * bright * smooth(0.45f, 0.75f, towards);
        float f1 = 1.0f - facing, q = dot(n, L + 9);
        edge = turned ? 0.0f : smooth(0.52f, 0.66f, f1) * smooth(0.05f, 0.35f, q) * 0.75f;
        if (finish == SKIN || finish == LIP) edge *= 0.45f;
    }
    if ((finish == CLOTH || finish == FUR) && bright < 0.25f && s->hatch > 0 &&
        fracf((r[0] * 0.8f + r[1] + r[2] * 0.5f) * s->hatch) < 0.34f)
        tone *= 0.91f;
    if (finish == HAIR) {
        float h[3] = {L[0] + view[0], L[1] + view[1] + 0.6f, L[2] + view[2]};
        float g = dot(n, h) / (sqrtf(dot(h, h)) + 1e-9f);
        float tooth = fabsf(fracf(r[0] * 5.0f + r[3]) - 0.5f);
        shine = 0.20f * smooth(0.86f, 0.93f, g + 0.10f * tooth) * (0.35f + 0.65f * bright);
    } else if (finish == METAL) {
        float h[3] = {L[0] + view[0], L[1] + view[1], L[2] + view[2]};
        float g = dot(n, h) / (sqrtf(dot(h, h)) + 1e-9f);
        shine = 0.55f * smooth(0.93f, 0.965f, g) + 0.18f * smooth(0.3f, 0.36f, g) * smooth(0.52f, 0.46f, g);
    }
    uint8_t *out = s->pixels + 4 * at;
    for (int k = 0; k < 3; k++) {
        float v = base[k] * tone;
        if (finish == GLOW) v *= 1.12f;
        else v *= shade[k] * (1.0f - bright) + key[k] * bright;
        if (k > 0) v *= 1.0f - warm * 0.10f * k;
        v += shine * key[k] + edge * rim[k];
        out[k] = (uint8_t)(clampf(v, 0.0f, 1.0f) * 255.0f + 0.5f);
    }
    out[3] = 255;
}

/* Colour every pixel that shows a face. */
API void shade(const Scene *s) {
    size_t at = 0;
    for (int32_t y = 0; y < s->height; y++)
        for (int32_t x = 0; x < s->width; x++, at++)
            if (s->ids[at] >= 0) pixel(s, x, y, at);
}

/* What ends between two neighbours of the picture: 2 a silhouette (an object, a step in depth), 1 a surface or a fold,
 * as strong as `inner` says (0 to 255); 0 nothing. `behind` is the pixel on the other side of `here`, or -1. */
static inline int border(const Scene *s, size_t here, size_t there, ptrdiff_t behind, uint8_t *inner) {
    static const uint8_t WEIGHT[] = {217, 204, 217, 217, 217, 0, 0, 115, 204, 64};
    const int32_t i = s->ids[here], j = s->ids[there];
    if ((i < 0) != (j < 0)) return 2;
    if (i == j || i < 0) {
        if (i < 0) return 0;
        const uint8_t *p = s->drawn + 2 * here, *q = s->drawn + 2 * there;
        if (p[0] == q[0]) return 0;
    }
    const uint8_t *p = s->drawn + 2 * here, *q = s->drawn + 2 * there;
    if (s->owner[p[1]] != s->owner[q[1]]) return 2;
    const float za = s->near[here], zb = s->near[there];
    if (fabsf(za - zb) > 0.012f * za * zb) {
        const float a = 1.0f / za, b = 1.0f / zb;
        float bend = fabsf(a - b);
        if (behind >= 0 && s->ids[behind] >= 0) bend = fminf(bend, fabsf(b - 2.0f * a + 1.0f / s->near[behind]));
        if (bend > 0.012f) return 2;
    }
    const int fa = s->finish[p[1] * SLOTS + p[0]], fb = s->finish[q[1] * SLOTS + q[0]];
    int weight = 0;
    if (p[0] != q[0] || p[1] != q[1]) weight = WEIGHT[fa] < WEIGHT[fb] ? WEIGHT[fa] : WEIGHT[fb];
    if (weight < 140 && fa != EYE && fa != FLAT && fa != SKIN && fa != LIP) {
        const int8_t *m = s->facing + 3 * here, *n = s->facing + 3 * there;
        if (m[0] * n[0] + m[1] * n[1] + m[2] * n[2] < 0.32f * 127 * 127) weight = 140;
    }
    *inner = (uint8_t)weight;
    return weight > 0;
}

static inline void mark(uint8_t *map, size_t at, uint8_t strength) { if (map[at] < strength) map[at] = strength; }

/* Where lines are: outer and inner (height, width) get 0 to 255 on both pixels beside every border. */
API void borders(const Scene *s, uint8_t *outer, uint8_t *inner) {
    const int32_t w = s->width, h = s->height;
    size_t at = 0;
    for (int32_t y = 0; y < h; y++)
        for (int32_t x = 0; x < w; x++, at++)
            for (int down = 0; down < 2; down++) {
                if (down ? y + 1 >= h : x + 1 >= w) continue;
                const size_t there = at + (down ? (size_t)w : 1);
                const ptrdiff_t behind = (down ? y > 0 : x > 0) ? (ptrdiff_t)(at - (down ? (size_t)w : 1)) : -1;
                uint8_t strength = 255;
                const int kind = border(s, at, there, behind, &strength);
                if (kind) mark(kind == 2 ? outer : inner, at, strength), mark(kind == 2 ? outer : inner, there, strength);
            }
}

/* Lay ink over premultiplied pixels (count, 4), as strong as `lines` (count) says; it grows the silhouette. */
API void lay(int32_t count, uint8_t *pixels, const uint8_t *lines, const float *ink) {
    for (int32_t i = 0; i < count; i++, pixels += 4) {
        if (!lines[i]) continue;
        const float strong = lines[i] / 255.0f;
        for (int k = 0; k < 3; k++)
            pixels[k] = (uint8_t)(pixels[k] * (1.0f - strong) + ink[k] * 255.0f * strong + 0.5f);
        if (pixels[3] < lines[i]) pixels[3] = lines[i];
    }
}
