// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pictures/svg_picture.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

#include <librsvg/rsvg.h>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

struct Release {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Release>;

// Frees the error of the library and says it in words.
Error failure(GError* error) {
  const std::string reason = error != nullptr ? clean_text(error->message) : "no reason given";
  if (error != nullptr) g_error_free(error);
  return {"This SVG cannot be drawn (" + reason + "); save it again as plain SVG."};
}

struct Extent {
  double width = 0;
  double height = 0;
};

// In the document's own units: only the proportions matter.
Extent extent_of(RsvgHandle& handle) {
  Extent extent;
  if (rsvg_handle_get_intrinsic_size_in_pixels(&handle, &extent.width, &extent.height) != 0) return extent;
  gboolean has_width = 0, has_height = 0, has_box = 0;
  RsvgLength width{}, height{};
  RsvgRectangle box{};
  rsvg_handle_get_intrinsic_dimensions(&handle, &has_width, &width, &has_height, &height, &has_box, &box);
  return has_box != 0 ? Extent{box.width, box.height} : Extent{};
}

// Vectors have no size of their own: the larger side decides.
PictureSize size_for(const Extent& extent, PictureSize box) {
  const double scale = std::min(box.width / extent.width, box.height / extent.height);
  const auto pixels = [scale](double length) {
    return std::max(1, static_cast<int>(std::lround(length * scale)));
  };
  return {pixels(extent.width), pixels(extent.height)};
}

// cairo premultiplies.
std::uint32_t plain(std::uint32_t pixel) {
  const std::uint32_t alpha = pixel >> 24U;
  if (alpha == 0) return 0;
  std::uint32_t result = alpha << 24U;
  for (const unsigned shift : {16U, 8U, 0U})
    result |= std::min(255U, (((pixel >> shift) & 0xFFU) * 255U + alpha / 2) / alpha) << shift;
  return result;
}

Picture picture_from(cairo_surface_t& surface, PictureSize size) {
  cairo_surface_flush(&surface);
  const unsigned char* rows = cairo_image_surface_get_data(&surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(&surface));
  Picture picture{size, {}};
  for (std::size_t y = 0; y < static_cast<std::size_t>(size.height); ++y)
    for (std::size_t x = 0; x < static_cast<std::size_t>(size.width); ++x) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, rows + y * stride + x * sizeof(pixel), sizeof(pixel));
      picture.pixels.push_back(plain(pixel));
    }
  return picture;
}

}  // namespace

Result<Picture> picture_from_svg(std::string_view bytes, PictureSize box) {
  TRY(const std::string text, harmless_svg(bytes));
  GError* error = nullptr;
  const Owned<RsvgHandle> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text.data()), text.size(), &error));
  if (!handle) return failure(error);
  const Extent extent = extent_of(*handle);
  if (!std::isfinite(extent.width) || !std::isfinite(extent.height) || extent.width <= 0 ||
      extent.height <= 0)
    return Error{"The SVG does not say how large it is; give it a viewBox."};
  const PictureSize size = size_for(extent, box);
  const Owned<cairo_surface_t> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, size.width, size.height));
  const Owned<cairo_t> context(cairo_create(surface.get()));
  const RsvgRectangle all{0, 0, static_cast<double>(size.width), static_cast<double>(size.height)};
  if (rsvg_handle_render_document(handle.get(), context.get(), &all, &error) == 0) return failure(error);
  return picture_from(*surface, size);
}

}  // namespace tertulia::formats
