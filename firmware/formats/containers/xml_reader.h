// SPDX-License-Identifier: Apache-2.0
// Walks an XML document from start to end as elements and texts, with libxml2: no network, no DTD, no
// entities, no huge nodes. The bytes must outlive it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct _xmlTextReader;  // libxml2's own name

namespace tertulia::formats {

enum class XmlStep { kStart, kEnd, kText, kDone, kBroken };

struct XmlAttribute {
  std::string name;  // without prefix
  std::string value;
};

// By element costs more time, and gives all that stands before an error; at once the last 500 bytes before it
// are lost.
enum class XmlPace { kAtOnce, kByElement };

class XmlReader {
 public:
  explicit XmlReader(std::string_view xml, XmlPace pace = XmlPace::kAtOnce);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  // An empty element gives kStart and kEnd. kBroken: not well-formed, a DTD, too deep; it ends there.
  [[nodiscard]] XmlStep next();
  [[nodiscard]] const std::string& name() const { return name_; }  // without prefix, of kStart and kEnd
  [[nodiscard]] const std::string& text() const { return text_; }  // of kText
  // Of the element of the last kStart; after kBroken where the parser stopped.
  [[nodiscard]] int line() const;
  // Of the element of the last kStart; empty when absent. `name` without prefix.
  [[nodiscard]] std::string attribute(std::string_view name) const;
  // All of them, those that declare a prefix included.
  [[nodiscard]] std::vector<XmlAttribute> attributes() const;

 private:
  XmlStep start_or_end(int type);

  struct Free {
    void operator()(_xmlTextReader* reader) const;
  };
  static int hand_over(void* rest, char* to, int most);

  std::string_view rest_;  // that the parser has not taken yet, by element
  std::unique_ptr<_xmlTextReader, Free> reader_;
  std::string name_;
  std::string text_;
  bool ends_now_ = false;  // the last kStart was an empty element
  int broken_at_ = 0;      // line
};

}  // namespace tertulia::formats
