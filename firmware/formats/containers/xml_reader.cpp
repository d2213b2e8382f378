// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/xml_reader.h"

#include <algorithm>
#include <climits>

#include <libxml/xmlreader.h>

namespace tertulia::formats {
namespace {

constexpr int kDeepest = 64;

std::string to_string(const xmlChar* text) {
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

}  // namespace

void XmlReader::Free::operator()(_xmlTextReader* reader) const { xmlFreeTextReader(reader); }

// Up to the end of the next tag.
int XmlReader::hand_over(void* rest, char* to, int most) {
  auto& bytes = *static_cast<std::string_view*>(rest);
  const std::string_view taken = bytes.substr(0, static_cast<std::size_t>(most));
  const std::size_t end = taken.find('>');
  const std::size_t count = end == std::string_view::npos ? taken.size() : end + 1;
  std::copy_n(taken.begin(), count, to);
  bytes.remove_prefix(count);
  return static_cast<int>(count);
}

XmlReader::XmlReader(std::string_view xml, XmlPace pace) : rest_(xml) {
  constexpr int kOptions =
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES;
  if (xml.empty() || xml.size() > static_cast<std::size_t>(INT_MAX)) return;
  reader_.reset(pace == XmlPace::kAtOnce
                    ? xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions)
                    : xmlReaderForIO(hand_over, nullptr, &rest_, nullptr, nullptr, kOptions));
}

XmlReader::~XmlReader() = default;

XmlStep XmlReader::next() {
  if (ends_now_) {
    ends_now_ = false;
    return XmlStep::kEnd;
  }
  if (!reader_) return XmlStep::kBroken;
  while (true) {
    const int state = xmlTextReaderRead(reader_.get());
    if (state == 0) return XmlStep::kDone;
    if (state < 0 || xmlTextReaderDepth(reader_.get()) > kDeepest) break;
    const int type = xmlTextReaderNodeType(reader_.get());
    if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT) return start_or_end(type);
    if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE) break;
    if (type != XML_READER_TYPE_TEXT && type != XML_READER_TYPE_CDATA &&
        type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
      continue;
    text_ = to_string(xmlTextReaderConstValue(reader_.get()));
    return XmlStep::kText;
  }
  broken_at_ = xmlTextReaderGetParserLineNumber(reader_.get());
  reader_.reset();
  return XmlStep::kBroken;
}

XmlStep XmlReader::start_or_end(int type) {
  name_ = to_string(xmlTextReaderConstLocalName(reader_.get()));
  if (type == XML_READER_TYPE_END_ELEMENT) return XmlStep::kEnd;
  ends_now_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
  return XmlStep::kStart;
}

int XmlReader::line() const {
  if (!reader_) return broken_at_;
  return static_cast<int>(xmlGetLineNo(xmlTextReaderCurrentNode(reader_.get())));
}

std::string XmlReader::attribute(std::string_view name) const {
  std::string value;
  if (!reader_) return value;
  while (xmlTextReaderMoveToNextAttribute(reader_.get()) == 1) {
    if (to_string(xmlTextReaderConstLocalName(reader_.get())) != name) continue;
    value = to_string(xmlTextReaderConstValue(reader_.get()));
    break;
  }
  xmlTextReaderMoveToElement(reader_.get());
  return value;
}

std::vector<XmlAttribute> XmlReader::attributes() const {
  std::vector<XmlAttribute> all;
  if (!reader_) return all;
  while (xmlTextReaderMoveToNextAttribute(reader_.get()) == 1)
    all.push_back({to_string(xmlTextReaderConstLocalName(reader_.get())),
                   to_string(xmlTextReaderConstValue(reader_.get()))});
  xmlTextReaderMoveToElement(reader_.get());
  return all;
}

}  // namespace tertulia::formats
