// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/doctype.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tertulia::formats {
namespace {

constexpr std::string_view kDoctype = "<!DOCTYPE";

// Behind `mark`, or the end of the text.
std::size_t behind_mark(std::string_view xml, std::string_view mark, std::size_t from) {
  const std::size_t found = xml.find(mark, from);
  return found == std::string_view::npos ? xml.size() : found + mark.size();
}

// Where the DOCTYPE begins: before it come blanks, comments and instructions alone. npos: there is none.
std::size_t doctype_in(std::string_view xml) {
  std::size_t at = xml.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (true) {
    at = xml.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos) return at;
    const std::string_view rest = xml.substr(at);
    if (rest.starts_with(kDoctype)) return at;
    if (rest.starts_with("<!--"))
      at = behind_mark(xml, "-->", at);
    else if (rest.starts_with("<?"))
      at = behind_mark(xml, "?>", at);
    else
      return std::string_view::npos;
  }
}

// Behind its '>', which is none in quotes, in comments or in what it declares between '[' and ']'.
std::size_t end_of_doctype(std::string_view xml, std::size_t at) {
  bool is_inside = false;
  while (at < xml.size()) {
    const char c = xml[at];
    if (c == '>' && !is_inside) return at + 1;
    if (c == '[' || c == ']') is_inside = c == '[';
    if (xml.substr(at).starts_with("<!--"))
      at = behind_mark(xml, "-->", at);
    else
      at = c == '"' || c == '\'' ? behind_mark(xml, xml.substr(at, 1), at + 1) : at + 1;
  }
  return at;
}

}  // namespace

Result<std::string> without_doctype(std::string xml) {
  const std::size_t begin = doctype_in(xml);
  if (begin == std::string::npos) return xml;
  const std::size_t end = end_of_doctype(xml, begin + kDoctype.size());
  const std::size_t entity = xml.find("<!ENTITY", begin);
  if (entity < end)
    return Error{
        "Line " +
        std::to_string(std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(entity), '\n') + 1) +
        " declares an entity (<!ENTITY), and the file is not read: an entity can stand for any other file, "
        "or for more than there is room for. Write its text where it is used, and delete the DOCTYPE."};
  for (std::size_t at = begin; at < end; ++at)
    if (xml[at] != '\n' && xml[at] != '\r') xml[at] = ' ';
  return xml;
}

}  // namespace tertulia::formats
