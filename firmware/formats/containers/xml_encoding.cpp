// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/xml_encoding.h"

#include <algorithm>
#include <utility>

#include <libxml/encoding.h>

#include "firmware/domain/utf8.h"
#include "firmware/formats/containers/doctype.h"
#include "firmware/formats/text/encoding.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

std::string_view declaration_in(std::string_view text) {
  if (!text.starts_with("<?xml")) return {};
  const std::size_t end = text.find("?>");
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 2);
}

// "utf-8" of `<?xml version="1.0" encoding="UTF-8"?>`; empty when it says nothing.
std::string declared_encoding(std::string_view declaration) {
  const std::size_t word = declaration.find("encoding");
  const std::size_t open = declaration.find_first_of("'\"", word);
  if (word == std::string_view::npos || open == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[open], open + 1);
  return close == std::string_view::npos ? std::string()
                                         : lower_ascii(declaration.substr(open + 1, close - open - 1));
}

// Without a declaration XML is UTF-8. Blanks in its place keep the numbers of the lines.
std::string without_declaration(std::string text) {
  const std::size_t length = declaration_in(text).size();
  for (std::size_t at = 0; at < length; ++at)
    if (text[at] != '\n' && text[at] != '\r') text[at] = ' ';
  return text;
}

}  // namespace

Result<XmlText> as_readable_xml(std::string_view bytes) {
  const bool is_wide = is_utf16(bytes);
  const DecodedText text = decoded(bytes);
  const std::string_view start = text.text;
  const std::size_t blanks = std::min(start.find_first_not_of(" \t\r\n"), start.size());
  const std::string encoding = declared_encoding(declaration_in(start.substr(blanks)));
  const bool claims_unicode = encoding.empty() || encoding.starts_with("utf");
  std::string plain(start.substr(0, blanks));
  TRY(plain, without_doctype(std::move(plain) + without_declaration(text.text.substr(blanks))));
  if (text.encoding != Encoding::kWindows1252) {
    XmlText read{std::move(plain), {}};
    if (!claims_unicode && !is_wide && !is_ascii(read.bytes))
      read.remark = "The first line says that the file is " + in_quotes(encoding) +
                    ", and it is UTF-8: read as that. Write encoding=\"UTF-8\" there.";
    return read;
  }
  if (claims_unicode)
    return XmlText{std::move(plain),
                   "The file is not UTF-8, though it " +
                       std::string(encoding.empty() ? "names no other encoding" : "says so") +
                       ": read as Windows-1252. If letters are wrong, save it as UTF-8."};
  xmlCharEncodingHandler* handler = xmlFindCharEncodingHandler(encoding.c_str());
  if (handler == nullptr)
    return Error{
        "The first line says that the file is " + in_quotes(encoding) +
        ", which is no encoding that is known; save it as UTF-8 and write encoding=\"UTF-8\" there."};
  xmlCharEncCloseFunc(handler);
  TRY(std::string as_it_is, without_doctype(std::string(bytes)));
  return XmlText{std::move(as_it_is), {}};
}

}  // namespace tertulia::formats
