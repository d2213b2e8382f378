// SPDX-License-Identifier: Apache-2.0
// What an SVG may have in it to be shown. librsvg runs no script and, without a base address, opens no file;
// texts would ask for fonts of the device, and filters for threads that the import child may not start.
#include <array>
#include <utility>

#include "firmware/formats/containers/doctype.h"
#include "firmware/formats/containers/xml_reader.h"
#include "firmware/formats/pictures/svg_picture.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr const char* kScript = "The file has a script in it; save it as plain SVG without one.";
constexpr const char* kOutside =
    "The file refers to something outside of its file; save it as plain SVG that has everything in it.";
constexpr const char* kText =
    "The file has text in it, which needs fonts that a device may not have; convert it to paths.";
constexpr const char* kPicture =
    "The file has a picture in it instead of shapes; export it as PNG, or draw it.";
constexpr const char* kFilter =
    "The file has a filter in it (a shadow, a blur); take it away, or export it as PNG.";
constexpr const char* kBroken = "This is no SVG that can be read; export it again.";

constexpr std::array<std::pair<std::string_view, const char*>, 9> kElements{{{"script", kScript},
                                                                             {"handler", kScript},
                                                                             {"foreignObject", kScript},
                                                                             {"text", kText},
                                                                             {"flowRoot", kText},
                                                                             {"image", kPicture},
                                                                             {"feImage", kPicture},
                                                                             {"filter", kFilter},
                                                                             {"include", kOutside}}};

// "url(" or "@import" of anything but a part of this file ("#...").
bool refers_outside(std::string_view style) {
  const std::string lower = lower_ascii(style);
  if (lower.find("@import") != std::string::npos) return true;
  for (auto at = lower.find("url("); at != std::string::npos; at = lower.find("url(", at + 1)) {
    const auto target = lower.find_first_not_of(" \t\r\n'\"", at + 4);
    if (target == std::string::npos || lower[target] != '#') return true;
  }
  return false;
}

bool asks_for_filter(std::string_view style) {
  const auto at = lower_ascii(style).find("filter:");
  return at != std::string_view::npos && trim(style.substr(at + 7)).substr(0, 4) != "none";
}

// Null: nothing is wrong with it.
const char* fault_of(const XmlAttribute& attribute) {
  const std::string name = lower_ascii(attribute.name);
  if (name.size() > 2 && name.starts_with("on")) return kScript;
  const std::string_view value = trim(attribute.value);
  if (name == "href" || name == "src")
    return value.starts_with('#')                          ? nullptr
           : lower_ascii(value).starts_with("javascript:") ? kScript
                                                           : kOutside;
  if (name == "filter" && value != "none") return kFilter;
  if (name == "style" && asks_for_filter(value)) return kFilter;
  return refers_outside(value) ? kOutside : nullptr;
}

const char* fault_of_element(const XmlReader& xml) {
  for (const auto& [name, fault] : kElements)
    if (xml.name() == name) return fault;
  for (const XmlAttribute& attribute : xml.attributes())
    if (const char* fault = fault_of(attribute)) return fault;
  return nullptr;
}

const char* fault_of_text(std::string_view text) {
  if (refers_outside(text)) return kOutside;
  return asks_for_filter(text) ? kFilter : nullptr;
}

}  // namespace

Result<std::string> harmless_svg(std::string_view bytes) {
  TRY(std::string text, without_doctype(std::string(without_bom(bytes))));
  XmlReader xml(text);
  bool is_first = true;
  while (true) {
    const XmlStep step = xml.next();
    if (step == XmlStep::kDone && !is_first) return text;
    if (step == XmlStep::kBroken || step == XmlStep::kDone) return Error{kBroken};
    if (step == XmlStep::kStart) {
      if (std::exchange(is_first, false) && xml.name() != "svg") return Error{kBroken};
      if (const char* fault = fault_of_element(xml)) return Error{fault};
    }
    if (step == XmlStep::kText)
      if (const char* fault = fault_of_text(xml.text())) return Error{fault};
  }
}

}  // namespace tertulia::formats
