/* The inner loops of moving pictures: layers flown through by a camera, tinted air, the last coats, and the planes of a
 * video frame. The rules of loops.c hold here too; the arithmetic is whole numbers wherever pixels are mixed.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define API __attribute__((visibility("default")))

typedef uint8_t bytes8 __attribute__((vector_size(8)));
typedef uint16_t words8 __attribute__((vector_size(16)));

/* A layer to be flown through; the order of members is that of frames.py. */
typedef struct {
    const uint8_t *pixels;         /* (height, width, 4), premultiplied */
    int32_t width, height;
    int32_t left, top, right, foot;/* the box of the frame that it can reach */
    int32_t planes;                /* how many it lies on: the nearest before each pixel counts */
    const double *ways;            /* (planes, 9): from a place in the frame to one in the layer, homogeneous */
    const double *nears;           /* (planes, 3): from a place in the frame to the nearness of the plane behind it */
} Flown;

static inline words8 two(const uint8_t *at) {
    bytes8 raw;
    memcpy(&raw, at, 8);
    return __builtin_convertvector(raw, words8);
}

/* Between four neighbours: `at` and the one to its right, both and those below; fx and fy are 0 to 255. */
static inline words8 between(words8 upper, words8 lower, uint16_t fx, uint16_t fy) {
    words8 column = (upper * (uint16_t)(256 - fy) + lower * fy + 128) >> 8;
    words8 shifted = __builtin_shufflevector(column, column, 4, 5, 6, 7, 4, 5, 6, 7);
    return (column * (uint16_t)(256 - fx) + shifted * fx + 128) >> 8;
}

/* The four neighbours of a place near the edge of a layer: what lies outside is empty. */
static words8 edge(const Flown *l, int32_t x, int32_t y, uint16_t fx, uint16_t fy) {
    uint8_t rows[2][8] = {{0}};
    for (int j = 0; j < 2; j++)
        for (int i = 0; i < 2; i++)
            if (x + i >= 0 && x + i < l->width && y + j >= 0 && y + j < l->height)
                memcpy(rows[j] + 4 * i, l->pixels + 4 * ((size_t)(y + j) * l->width + x + i), 4);
    return between(two(rows[0]), two(rows[1]), fx, fy);
}

/* The plane that is nearest behind a place of the frame. */
static inline int nearest(const Flown *l, double x, double y) {
    int best = 0;
    double most = -1e30;
    for (int k = 0; k < l->planes; k++) {
        const double near = l->nears[3 * k] * x + l->nears[3 * k + 1] * y + l->nears[3 * k + 2];
        if (near > most) most = near, best = k;
    }
    return best;
}

/* The same where all four are there. */
static inline words8 inner(const Flown *l, int32_t u, int32_t v) {
    const uint8_t *at = l->pixels + 4 * ((size_t)(v >> 16) * (uint32_t)l->width + (size_t)(u >> 16));
    return between(two(at), two(at + 4 * (size_t)l->width), (uint16_t)((u >> 8) & 255), (uint16_t)((v >> 8) & 255));
}

static inline int within(const Flown *l, int64_t u, int64_t v) {
    return u >= 0 && v >= 0 && u < (int64_t)(l->width - 1) << 16 && v < (int64_t)(l->height - 1) << 16;
}

/* What a layer shows at a place of its own, in 65536ths of a pixel; nothing outside. */
static inline words8 sample(const Flown *l, int64_t u, int64_t v) {
    const int32_t x = (int32_t)(u >> 16), y = (int32_t)(v >> 16);
    const uint16_t fx = (uint16_t)((u >> 8) & 255), fy = (uint16_t)((v >> 8) & 255);
    if (x < 0 || y < 0 || x + 1 >= l->width || y + 1 >= l->height)
        return x < -1 || y < -1 || x >= l->width || y >= l->height ? (words8){0} : edge(l, x, y, fx, fy);
    const uint8_t *at = l->pixels + 4 * ((size_t)y * l->width + x);
    return between(two(at), two(at + 4 * (size_t)l->width), fx, fy);
}

/* Put a layer's pixel behind what is there already: (4), premultiplied. */
static inline void behind(uint8_t *out, words8 p) {
    uint32_t raw;
    memcpy(&raw, out, 4);
    const uint16_t open = (uint16_t)(255 - (raw >> 24));
    const words8 v = p * open + 128;
    const bytes8 added = __builtin_convertvector((v + (v >> 8)) >> 8, bytes8);
    bytes8 here = {0};
    memcpy(&here, out, 4);
    bytes8 sum = here + added;
    sum |= (bytes8)(sum < here);
    memcpy(out, &sum, 4);
}

enum { SPAN = 16 };

static inline int64_t whole(double v) { return (int64_t)(v < -1e9 ? -1e9 : v > 1e9 ? 1e9 : v); }

/* Lay a row of a layer behind a row of the frame. Places are exact every SPAN pixels and run straight between. */
static void row(const Flown *l, uint8_t *out, int32_t y) {
    const double cy = y + 0.5;
    for (int32_t start = l->left; start < l->right; start += SPAN) {
        const int32_t end = start + SPAN < l->right ? start + SPAN : l->right;
        uint8_t shut = 255;
        for (int32_t x = start; x < end; x++) shut &= out[4 * x + 3];
        if (shut == 255) continue;
        const double x0 = start + 0.5, x1 = end + 0.5;
        int plane = 0, other = 0;
        if (l->planes > 1) plane = nearest(l, x0, cy), other = nearest(l, x1, cy);
        const double *h = l->ways + 9 * plane;
        const double w0 = h[6] * x0 + h[7] * cy + h[8], w1 = h[6] * x1 + h[7] * cy + h[8];
        if (plane != other || !(w0 > 0) != !(w1 > 0)) {
            for (int32_t x = start; x < end; x++) {
                h = l->ways + 9 * nearest(l, x + 0.5, cy);
                const double n = 65536.0 / (h[6] * (x + 0.5) + h[7] * cy + h[8]);
                behind(out + 4 * x, sample(l, whole((h[0] * (x + 0.5) + h[1] * cy + h[2]) * n) - 32768,
                                           whole((h[3] * (x + 0.5) + h[4] * cy + h[5]) * n) - 32768));
            }
            continue;
        }
        const double n0 = 65536.0 / w0, n1 = 65536.0 / w1;
        int64_t u = whole((h[0] * x0 + h[1] * cy + h[2]) * n0) - 32768, v = whole((h[3] * x0 + h[4] * cy + h[5]) * n0) - 32768;
        const int64_t ue = whole((h[0] * x1 + h[1] * cy + h[2]) * n1) - 32768, ve = whole((h[3] * x1 + h[4] * cy + h[5]) * n1) - 32768;
        const int64_t du = (ue - u) / (end - start), dv = (ve - v) / (end - start);
        const int inside = within(l, u, v) && within(l, ue, ve);
        for (int32_t x = start; x < end; x++, u += du, v += dv)
            if (out[4 * x + 3] != 255) behind(out + 4 * x, inside ? inner(l, (int32_t)u, (int32_t)v) : sample(l, u, v));
    }
}

/* Fly through layers, front to back, into a frame (height, width, 4) that holds what is before them all. */
API void fly(int32_t count, const Flown *layers, uint8_t *frame, int32_t width, int32_t height) {
    for (int32_t y = 0; y < height; y++)
        for (int32_t i = 0; i < count; i++)
            if (y >= layers[i].top && y < layers[i].foot) row(layers + i, frame + 4 * (size_t)y * width, y);
}

/* Go from pixels (count, channels) to a colour by a mask (count). */
API void tint(int32_t count, int32_t channels, uint8_t *frame, const uint8_t *mask, const uint8_t *colour) {
    for (int32_t i = 0; i < count; i++, frame += channels) {
        if (!mask[i]) continue;
        for (int k = 0; k < 3; k++) {
            const uint32_t v = frame[k] * (255u - mask[i]) + colour[k] * (uint32_t)mask[i];
            frame[k] = (uint8_t)((v + 128 + (v >> 8)) >> 8);
        }
    }
}

enum { WIDEST = 4096 };

/* Light that spilled, and the mood's colours, on a row of pixels: planes of red, green and blue. */
static void tinted(int32_t width, const uint8_t *in, const uint8_t *spill, const float *m, uint8_t out[3][WIDEST]) {
    float lit[3][WIDEST];
    for (int32_t x = 0; x < width; x++)
        for (int k = 0; k < 3; k++) {
            const int32_t sum = in[4 * x + k] + spill[4 * x + k];
            lit[k][x] = (float)(sum > 255 ? 255 : sum);
        }
    for (int k = 0; k < 3; k++)
        for (int32_t x = 0; x < width; x++) {
            float v = m[3 * k] * lit[0][x] + m[3 * k + 1] * lit[1][x] + m[3 * k + 2] * lit[2][x] + 0.5f;
            v = v > 0.0f ? v : 0.0f, v = v < 255.0f ? v : 255.0f;
            out[k][x] = (uint8_t)(int32_t)v;
        }
}

/* The mood's curve, then the paper: (3, ...) planes, 224 is white. */
static void printed(int32_t width, uint8_t rows[3][WIDEST], const uint8_t *curve, const uint8_t *paper, size_t plane) {
    for (int k = 0; k < 3; k++) {
        for (int32_t x = 0; x < width; x++) rows[k][x] = curve[rows[k][x]];
        for (int32_t x = 0; x < width; x++) {
            const uint32_t p = ((uint32_t)rows[k][x] * paper[k * plane + x] * 293u + 32768u) >> 16;
            rows[k][x] = (uint8_t)(p > 255 ? 255 : p);
        }
    }
}

/* Coat a picture (height, width, 4; even sizes) and leave it as the planes of a yuv420p frame: Rec. 709, limited range.
 * `spill` has the picture's shape, `paper` is (3, height, width). */
API void finish(int32_t width, int32_t height, const uint8_t *frame, const uint8_t *spill, const float *matrix,
                const uint8_t *curve, const uint8_t *paper, uint8_t *luma, uint8_t *cb, uint8_t *cr) {
    static const int32_t CB[3] = {-6596, -22188, 28784}, CR[3] = {28784, -26145, -2639};
    uint8_t rows[2][3][WIDEST];
    int32_t sums[3][WIDEST / 2];
    const size_t plane = (size_t)width * height;
    for (int32_t y = 0; y < height; y += 2) {
        for (int j = 0; j < 2; j++) {
            const size_t at = (size_t)(y + j) * width;
            tinted(width, frame + 4 * at, spill + 4 * at, matrix, rows[j]);
            printed(width, rows[j], curve, paper + at, plane);
            for (int32_t x = 0; x < width; x++)
                luma[at + x] = (uint8_t)((11966 * rows[j][0][x] + 40254 * rows[j][1][x] + 4064 * rows[j][2][x] + 1081344) >> 16);
        }
        for (int k = 0; k < 3; k++)
            for (int32_t x = 0; x < width / 2; x++)
                sums[k][x] = rows[0][k][2 * x] + rows[0][k][2 * x + 1] + rows[1][k][2 * x] + rows[1][k][2 * x + 1];
        const size_t at = (size_t)(y / 2) * (width / 2);
        for (int32_t x = 0; x < width / 2; x++) {
            cb[at + x] = (uint8_t)((CB[0] * sums[0][x] + CB[1] * sums[1][x] + CB[2] * sums[2][x] + 33685504) >> 18);
            cr[at + x] = (uint8_t)((CR[0] * sums[0][x] + CR[1] * sums[1][x] + CR[2] * sums[2][x] + 33685504) >> 18);
        }
    }
}
