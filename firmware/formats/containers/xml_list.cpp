// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/xml_list.h"

#include <string>
#include <utility>

#include "firmware/formats/containers/record_table.h"
#include "firmware/formats/containers/xml_encoding.h"
#include "firmware/formats/containers/xml_reader.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr int kItem = 2;  // how deep it lies; its texts lie one deeper
constexpr int kText = 3;

class ListReader {
 public:
  ListReader(const SourceFile& source, std::string_view bytes, Findings& findings)
      : source_(source),
        findings_(findings),
        xml_(bytes, XmlPace::kByElement),
        table_(source.name, "items", findings) {}

  Sheet read() {
    bool goes_on = true;
    while (goes_on) switch (xml_.next()) {
        case XmlStep::kStart:
          goes_on = start();
          break;
        case XmlStep::kText:
          if (depth_ == kText) text_ += xml_.text();
          break;
        case XmlStep::kEnd:
          if (depth_-- == kText) table_.set(name_, text_);
          break;
        case XmlStep::kBroken:
          stop();
          goes_on = false;
          break;
        case XmlStep::kDone:
          goes_on = false;
          break;
      }
    return table_.finished();
  }

 private:
  bool start() {
    ++depth_;
    if (depth_ == kItem) return table_.begin(xml_.line());
    if (depth_ == kText) name_ = xml_.name();
    if (depth_ == kText) text_.clear();
    if (depth_ > kText && !std::exchange(has_said_inside_, true))
      findings_.skipped(at_line(source_.name, xml_.line()),
                        "What lies within " + in_quotes("<" + name_ + ">") +
                            " is not read: an item has texts, and no elements within these.");
    return true;
  }

  void stop() {
    if (depth_ >= kItem) table_.drop_last();
    findings_.skipped(at_line(source_.name, xml_.line()),
                      "The XML cannot be read from here on: it is not well-formed, or names an entity like "
                      "&nbsp;, which XML does not know. The items before are read; export the file again.");
  }

  const SourceFile& source_;
  Findings& findings_;
  XmlReader xml_;
  RecordTable table_;
  int depth_ = 0;
  std::string name_;  // of the text that is read
  std::string text_;
  bool has_said_inside_ = false;
};

}  // namespace

Sheet read_xml_list(const SourceFile& source, Findings& findings) {
  if (trim(source.bytes).empty()) return {};
  const auto text = as_readable_xml(source.bytes);
  if (!text.ok()) {
    findings.skipped({source.name, ""}, text.error().message);
    return {};
  }
  if (!text.value().remark.empty()) findings.guessed({source.name, ""}, text.value().remark);
  return ListReader(source, text.value().bytes, findings).read();
}

}  // namespace tertulia::formats
