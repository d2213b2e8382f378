// SPDX-License-Identifier: Apache-2.0
#include "ui/text/paragraph.h"

#include <functional>

namespace tertulia::ui {
namespace {

template <class T>
void mix(std::size_t& seed, const T& value) {
  seed ^= std::hash<T>()(value) + 0x9E3779B9u + (seed << 6) + (seed >> 2);
}

}  // namespace

std::size_t hash_of(const Paragraph& paragraph) {
  std::size_t seed = 0;
  mix(seed, paragraph.text);
  mix(seed, paragraph.language);
  mix(seed, paragraph.direction);
  mix(seed, paragraph.width);
  mix(seed, paragraph.style.size_px);
  mix(seed, paragraph.style.weight);
  mix(seed, paragraph.style.digits);
  mix(seed, paragraph.style.line_height);
  mix(seed, paragraph.max_lines);
  mix(seed, paragraph.align);
  return seed;
}

}  // namespace tertulia::ui
