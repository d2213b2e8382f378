// SPDX-License-Identifier: Apache-2.0
// Small pictures as the bytes of files, for tests.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <jpeglib.h>
#include <png.h>

namespace tertulia::formats {

inline std::string png(int width, int height, const std::vector<std::uint8_t>& rgba) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width);
  image.height = static_cast<png_uint_32>(height);
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = 0;
  EXPECT_NE(png_image_write_to_memory(&image, nullptr, &size, 0, rgba.data(), 0, nullptr), 0);
  std::string bytes(size, '\0');
  EXPECT_NE(png_image_write_to_memory(&image, bytes.data(), &size, 0, rgba.data(), 0, nullptr), 0);
  return bytes;
}

// All of it is teal.
inline std::string plain_png(int width, int height) {
  std::vector<std::uint8_t> rgba;
  for (int i = 0; i < width * height; ++i) rgba.insert(rgba.end(), {0x1f, 0x8a, 0x82, 0xff});
  return png(width, height, rgba);
}

// Its head says another size than it has.
inline std::string png_that_says(std::string_view size, std::string_view checksum) {
  std::string bytes = plain_png(9, 9);
  bytes.replace(16, 8, size);
  bytes.replace(29, 4, checksum);
  return bytes;
}

struct JpegTest {
  int width = 16;
  int height = 16;
  J_COLOR_SPACE colours = JCS_RGB;
  std::string app1 = {};  // the data of a marker with Exif
};
// The left half of it is `left` and the right half `right`, each a pixel in its colours.
inline std::string jpeg(const std::vector<JSAMPLE>& left, const std::vector<JSAMPLE>& right,
                        const JpegTest& test = {}) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;  // NOLINT(google-runtime-int): as libjpeg wants it
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = static_cast<JDIMENSION>(test.width);
  info.image_height = static_cast<JDIMENSION>(test.height);
  info.input_components = static_cast<int>(left.size());
  info.in_color_space = test.colours;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 100, TRUE);
  jpeg_start_compress(&info, TRUE);
  if (!test.app1.empty())
    jpeg_write_marker(&info, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(test.app1.data()),
                      static_cast<unsigned>(test.app1.size()));
  std::vector<JSAMPLE> row;
  for (int x = 0; x < test.width; ++x) {
    const std::vector<JSAMPLE>& pixel = x < test.width / 2 ? left : right;
    row.insert(row.end(), pixel.begin(), pixel.end());
  }
  for (int y = 0; y < test.height; ++y) {
    JSAMPROW line = row.data();
    jpeg_write_scanlines(&info, &line, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  std::string result(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);  // NOLINT: libjpeg has allocated it
  return result;
}

// Of a camera that says how it was held.
inline std::string exif(char orientation) {
  std::string data("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
  data += orientation;
  data.append(6, '\0');
  return data;
}

inline std::string svg(const std::string& inside, const std::string& attributes = R"(viewBox="0 0 40 20")") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " +
         attributes + ">" + inside + "</svg>";
}

}  // namespace tertulia::formats
