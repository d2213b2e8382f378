// SPDX-License-Identifier: Apache-2.0
// An ODK XForm as a tree, and the texts of its translations. Internal to the reader of XForms.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/formats/containers/xml_reader.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

struct XFormNode {
  std::string name;  // without prefix
  std::vector<XmlAttribute> attributes;
  std::string text;  // of itself; an <output value="/data/a"/> in it is "${/data/a}"
  int line = 0;
  std::vector<XFormNode> children;

  [[nodiscard]] std::string attribute(std::string_view wanted) const;   // empty when there is none
  [[nodiscard]] const XFormNode* child(std::string_view wanted) const;  // the first; null when there is none
};

// Where findings about elements go.
struct XFormReport {
  std::string file;
  Findings* findings{};  // never null

  void guessed(const XFormNode& at, std::string message) const {
    findings->guessed(at_line(file, at.line), std::move(message));
  }
  void skipped(const XFormNode& at, std::string message) const {
    findings->skipped(at_line(file, at.line), std::move(message));
  }
  void wrong(const XFormNode& at, std::string message) const {
    findings->wrong(at_line(file, at.line), std::move(message));
  }
};

// Errors: not well-formed, or more than 500,000 elements.
[[nodiscard]] Result<XFormNode> read_xform_document(std::string_view bytes);

// "q" of "/data/group/q".
[[nodiscard]] std::string last_step(std::string_view path);

// "${/data/a}" of <output value="/data/a"/>. Empty: it is an expression, which texts of a kiosk do not have.
[[nodiscard]] std::string text_of_output(const XFormNode& output);

// The texts of <itext>. `form` is empty for what is read, else "guidance", "image", "audio" or "video".
class XFormTexts {
 public:
  // Of <model>. It must outlive this.
  explicit XFormTexts(const XFormNode& model);

  struct Text {
    std::string language;  // as the form writes it; empty: none is said
    std::string text;
  };
  [[nodiscard]] std::vector<Text> find(const std::string& id, std::string_view form) const;
  // Of a <label> or <hint>, or of the value of an attribute: "jr:itext('/data/a:label')" or the text itself.
  [[nodiscard]] std::vector<Text> of(const XFormNode& node, std::string_view form = "") const;
  [[nodiscard]] std::vector<Text> of(const std::string& value) const;
  [[nodiscard]] const std::string& default_language() const { return default_language_; }

 private:
  struct Translation {
    std::string language;
    std::map<std::string, const XFormNode*, std::less<>> texts;  // by id
  };
  std::vector<Translation> translations_;
  std::string default_language_;
};

}  // namespace tertulia::formats
