// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform_document.h"

#include <cstddef>

#include "firmware/formats/expressions/tokens.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostNodes = 500'000;

// "a" of "jr:itext('a')"; the value itself of anything else, and then false.
std::pair<std::string, bool> itext_id(const std::string& value) {
  constexpr std::string_view kCall = "itext(";
  const std::size_t call = value.find(kCall);
  if (call == std::string::npos || !value.ends_with(')')) return {value, false};
  std::string id(
      trim(std::string_view(value).substr(call + kCall.size(), value.size() - call - kCall.size() - 1)));
  if (id.size() > 1 && (id.front() == '\'' || id.front() == '"')) id = id.substr(1, id.size() - 2);
  return {std::move(id), true};
}

// Of that form; "-" stands for a text that is missing.
std::string value_in(const XFormNode& text, std::string_view form) {
  for (const XFormNode& value : text.children) {
    if (value.name != "value" || value.attribute("form") != form) continue;
    if (squashed(value.text) != "-") return value.text;
  }
  return {};
}

// Builds the tree from the steps of the document.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view bytes) : xml_(bytes) {}

  Result<XFormNode> read() {
    XFormNode root;
    std::vector<XFormNode*> open{&root};
    for (std::size_t nodes = 0;;) {
      switch (xml_.next()) {
        case XmlStep::kDone:
          return root;
        case XmlStep::kBroken:
          return Error{"The XForm cannot be read from line " + std::to_string(xml_.line()) +
                       " on: it is not well-formed or cut off there, or names an entity like &nbsp;, which "
                       "XML does not know. Export it again."};
        case XmlStep::kText:
          open.back()->text += xml_.text();
          break;
        case XmlStep::kEnd:
          end(open);
          break;
        case XmlStep::kStart:
          if (++nodes > kMostNodes)
            return Error{"The XForm has more than 500,000 elements; shorten its lists."};
          open.back()->children.push_back({xml_.name(), xml_.attributes(), {}, xml_.line(), {}});
          open.push_back(&open.back()->children.back());
          break;
      }
    }
  }

 private:
  // An output becomes a reference in the text around it, and marked words are a part of that text.
  static void end(std::vector<XFormNode*>& open) {
    if (open.size() < 2) return;
    const XFormNode& node = *open.back();
    open.pop_back();
    const bool is_in_text = is_one_of(open.back()->name, {"label", "hint", "help", "alert", "value"});
    if (node.name == "output")
      open.back()->text += text_of_output(node);
    else if (is_mark_of_words(node.name) && (is_in_text || is_mark_of_words(open.back()->name)))
      open.back()->text += node.text;
  }

  static bool is_mark_of_words(std::string_view name) {
    return is_one_of(name, {"a", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"});
  }

  XmlReader xml_;
};

}  // namespace

std::string XFormNode::attribute(std::string_view wanted) const {
  for (const XmlAttribute& each : attributes)
    if (each.name == wanted) return each.value;
  return {};
}

const XFormNode* XFormNode::child(std::string_view wanted) const {
  for (const XFormNode& each : children)
    if (each.name == wanted) return &each;
  return nullptr;
}

Result<XFormNode> read_xform_document(std::string_view bytes) { return TreeBuilder(bytes).read(); }

std::string text_of_output(const XFormNode& output) {
  constexpr std::string_view kHere = "current()/";
  std::string path(trim(output.attribute("value")));
  if (path.empty()) path = trim(output.attribute("ref"));
  if (path.starts_with("instance('" + std::string(kLastSavedInstance) + "')"))
    return "${" + std::string(kLastSaved) + last_step(path) + "}";
  if (path.starts_with(kHere)) path.erase(0, kHere.size());
  const bool is_path =
      path.find_first_of("()[]'\"+*= ") == std::string::npos && path.find('/') != std::string::npos;
  return is_path ? "${" + path + "}" : std::string();
}

std::string last_step(std::string_view path) {
  path = trim(path);
  return std::string(path.substr(path.rfind('/') + 1));  // npos + 1 is 0
}

XFormTexts::XFormTexts(const XFormNode& model) {
  const XFormNode* itext = model.child("itext");
  if (itext == nullptr) return;
  for (const XFormNode& translation : itext->children) {
    if (translation.name != "translation") continue;
    Translation texts;
    texts.language = squashed(translation.attribute("lang"));
    for (const XFormNode& text : translation.children)
      if (text.name == "text") texts.texts.emplace(text.attribute("id"), &text);
    if (!translation.attribute("default").empty()) default_language_ = texts.language;
    if (lower_ascii(texts.language) == "default") texts.language.clear();
    translations_.push_back(std::move(texts));
  }
}

std::vector<XFormTexts::Text> XFormTexts::find(const std::string& id, std::string_view form) const {
  std::vector<Text> found;
  for (const Translation& translation : translations_) {
    const auto text = translation.texts.find(id);
    if (text == translation.texts.end()) continue;
    std::string words = value_in(*text->second, form);
    for (const std::string_view other : {"long", "short"})
      if (words.empty() && form.empty()) words = value_in(*text->second, other);
    if (!form.empty() && form != "guidance") words = last_step(words);  // jr://images/a.png
    if (!trim(words).empty()) found.push_back({translation.language, std::move(words)});
  }
  return found;
}

std::vector<XFormTexts::Text> XFormTexts::of(const XFormNode& node, std::string_view form) const {
  if (const auto [id, is_id] = itext_id(node.attribute("ref")); is_id) return find(id, form);
  if (!form.empty()) return {};
  return of(node.text);
}

std::vector<XFormTexts::Text> XFormTexts::of(const std::string& value) const {
  const auto [id, is_id] = itext_id(value);
  if (is_id) return find(id, "");
  if (squashed(value).empty()) return {};
  return {{"", value}};
}

}  // namespace tertulia::formats
