// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/row_nodes.h"

#include <libxml/tree.h>

#include "firmware/formats/expressions/form_schema.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kKeptCells = 50'000;

const xmlChar* as_xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

// Elements of libxml2 carry their place in the document as a negative number in `content`, as
// xmlXPathOrderDocElems() writes it: without it, sorting siblings walks through all of them.
void set_order(xmlNode* node, std::size_t order) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr): that is how libxml2 keeps the number
  node->content = reinterpret_cast<xmlChar*>(-static_cast<std::ptrdiff_t>(order));
}

void set_text(xmlNode* node, std::string_view text) {
  if (node->children != nullptr) {
    xmlNode* old = node->children;
    xmlUnlinkNode(old);
    xmlFreeNode(old);
  }
  if (text.empty()) return;
  xmlAddChild(node, xmlNewDocTextLen(node->doc, reinterpret_cast<const xmlChar*>(text.data()),
                                     static_cast<int>(text.size())));
}

// An element with a child for each column.
xmlNode* make_row(xmlDoc* document, const ChoiceTable& table, RowNumber number) {
  xmlNode* item = xmlNewDocNode(document, nullptr, as_xml("item"), nullptr);
  const std::size_t width = table.columns().size();
  const std::size_t order = 3 + number * (width + 1);
  set_order(item, order);
  for (std::size_t column = 0; column < width; ++column) {
    const std::string& name = table.columns()[column];
    if (!is_node_name(name)) continue;  // no path can ask for it
    xmlNode* cell = xmlNewDocNode(document, nullptr, as_xml(name.c_str()), nullptr);
    set_order(cell, order + 1 + column);
    xmlAddChild(item, cell);
    set_text(cell, table.cell(number, column));
  }
  return item;
}

}  // namespace

void RowNodes::Free::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

void RowNodes::begin(Made& made) {
  made.document.reset(xmlNewDoc(nullptr));
  xmlNode* instance = xmlNewDocNode(made.document.get(), nullptr, as_xml("instance"), nullptr);
  xmlDocSetRootElement(made.document.get(), instance);
  set_order(instance, 1);
  made.root = xmlNewChild(instance, nullptr, as_xml("root"), nullptr);
  set_order(made.root, 2);
}

RowNodes::Made& RowNodes::made(TableId table) {
  Made& made = made_[table];
  if (!made.document) begin(made);
  return made;
}

_xmlNode* RowNodes::row(TableId table, Made& made, RowNumber number) {
  const auto next = made.rows.lower_bound(number);
  if (next != made.rows.end() && next->first == number) return next->second;
  xmlNode* node = make_row(made.document.get(), tables_->at(table), number);
  if (next == made.rows.end())
    xmlAddChild(made.root, node);
  else
    xmlAddPrevSibling(next->second, node);
  made.rows.emplace_hint(next, number, node);
  cells_ += tables_->at(table).columns().size() + 1;
  return node;
}

Nodes RowNodes::rows(TableId table, const std::vector<RowNumber>& numbers) {
  Nodes nodes;
  if (numbers.size() * (tables_->at(table).columns().size() + 1) > kMostCells) return nodes;
  Made& of_table = made(table);
  nodes.reserve(numbers.size());
  for (const RowNumber number : numbers) nodes.push_back(row(table, of_table, number));
  return nodes;
}

_xmlNode* RowNodes::whole(TableId table) {
  const std::size_t count = tables_->at(table).rows();
  if (count * (tables_->at(table).columns().size() + 1) > kMostCells) return nullptr;
  Made& of_table = made(table);
  if (of_table.rows.size() < count)
    for (RowNumber number = 0; number < count; ++number) row(table, of_table, number);
  return of_table.root->parent;
}

_xmlNode* RowNodes::passing_row(TableId table, RowNumber number) {
  const ChoiceTable& source = tables_->at(table);
  Made& of_table = passing_[table];
  if (!of_table.document) {
    begin(of_table);
    xmlAddChild(of_table.root, make_row(of_table.document.get(), source, number));
  }
  _xmlNode* item = of_table.root->children;
  xmlNode* cell = item->children;
  for (std::size_t column = 0; column < source.columns().size(); ++column) {
    if (!is_node_name(source.columns()[column])) continue;
    set_text(cell, source.cell(number, column));
    cell = cell->next;
  }
  return item;
}

void RowNodes::trim() {
  if (cells_ <= kKeptCells) return;
  made_.clear();
  cells_ = 0;
}

}  // namespace tertulia::formats
