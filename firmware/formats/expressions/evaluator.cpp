// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/evaluator.h"

#include <charconv>
#include <unordered_map>

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "firmware/formats/expressions/bounded_xpath.h"
#include "firmware/formats/expressions/call.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kTooMuchWork =
    "The expression takes too long: filter with = on one column, or split it into calculations.";

constexpr std::string_view kNoNodes =
    "The expression has a text or a number where it wants a question: look at what stands before / and [].";

using FunctionMap = std::unordered_map<std::string_view, Value (*)(Call&)>;

FunctionMap all_functions() {
  FunctionMap all;
  for (const auto& list : {operator_functions(), logic_functions(), text_functions(), number_functions(),
                           date_functions(), node_functions(), table_functions(), code_functions()})
    for (const RuntimeFunction& function : list) all.emplace(function.name, function.run);
  return all;
}

std::string_view as_text(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

Value value_of(xmlXPathObject* object) {
  Value value = std::string();
  if (object == nullptr) return value;
  switch (object->type) {
    case XPATH_BOOLEAN:
      value = object->boolval != 0;
      break;
    case XPATH_NUMBER:
      value = object->floatval;
      break;
    case XPATH_NODESET:
      if (const xmlNodeSet* set = object->nodesetval; set != nullptr && set->nodeNr > 0)
        value = Nodes(set->nodeTab, set->nodeTab + set->nodeNr);
      else
        value = Nodes();
      break;
    default:
      value = std::string(as_text(object->stringval));
      break;
  }
  xmlXPathFreeObject(object);
  return value;
}

std::size_t size_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return text->size() / 32;
  const auto* nodes = std::get_if<Nodes>(&value);
  return nodes == nullptr ? 0 : nodes->size();
}

xmlXPathObject* object_of(const Value& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return xmlXPathNewBoolean(*truth ? 1 : 0);
  if (const double* number = std::get_if<double>(&value)) return xmlXPathNewFloat(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return xmlXPathNewCString(text->c_str());
  const Nodes& nodes = std::get<Nodes>(value);
  xmlXPathObject* set = xmlXPathNewNodeSet(nodes.empty() ? nullptr : nodes.front());
  // The nodes of all our functions are different ones.
  for (std::size_t at = 1; at < nodes.size(); ++at) xmlXPathNodeSetAddUnique(set->nodesetval, nodes[at]);
  return set;
}

}  // namespace

struct Evaluator::State {
  State(Instance& instance, const ChoiceTables& tables)
      : runtime{instance, tables, RowNodes(tables), {}, {}, Chance(0), nullptr, 0, {}} {}

  static void run_function(xmlXPathParserContext* parser, int count);
  static xmlXPathFunction find_function(void* data, const xmlChar* name, const xmlChar* space);
  static xmlXPathObject* find_variable(void* data, const xmlChar* name, const xmlChar* space);

  Runtime runtime;
  FunctionMap functions = all_functions();
  xmlXPathContext* xpath = nullptr;
};

void Evaluator::State::run_function(xmlXPathParserContext* parser, int count) {
  auto& state = *static_cast<State*>(parser->context->userData);
  std::vector<Value> arguments(static_cast<std::size_t>(count));
  std::size_t size = 1;
  for (std::size_t at = arguments.size(); at-- > 0;) {
    arguments[at] = value_of(valuePop(parser));
    size += size_of(arguments[at]);
  }
  const auto function = state.functions.find(as_text(parser->context->function).substr(4));
  Call call(state.runtime, std::move(arguments));
  if (function == state.functions.end() || !call.works(size)) return xmlXPathErr(parser, XPATH_EXPR_ERROR);
  const Value result = function->second(call);
  if (const auto* text = std::get_if<std::string>(&result); text != nullptr && text->size() > kLongestValue)
    call.fail("The expression makes a text of more than 100000 bytes: make it shorter.");
  if (!state.runtime.fault.empty()) return xmlXPathErr(parser, XPATH_EXPR_ERROR);
  valuePush(parser, object_of(result));
}

xmlXPathFunction Evaluator::State::find_function(void*, const xmlChar* name, const xmlChar*) {
  return as_text(name).starts_with("odk-") ? &State::run_function : nullptr;
}

xmlXPathObject* Evaluator::State::find_variable(void* data, const xmlChar* name, const xmlChar*) {
  auto& state = *static_cast<State*>(data);
  const std::string_view text = as_text(name);
  if (text == "c") return xmlXPathNewNodeSet(state.runtime.self->xml);
  std::size_t number = 0;
  std::from_chars(text.data() + 1, text.data() + text.size(), number);
  Nodes nodes;
  for (const InstanceNode* node :
       state.runtime.instance.nodes_for(static_cast<SchemaId>(number), *state.runtime.self))
    nodes.push_back(node->xml);
  return object_of(nodes);
}

Evaluator::Evaluator(Instance& instance, const ChoiceTables& tables)
    : state_(std::make_unique<State>(instance, tables)) {
  state_->xpath = xmlXPathNewContext(instance.document());
  state_->xpath->userData = state_.get();
  bound_and_silence(*state_->xpath);
  xmlXPathContextSetCache(state_->xpath, 1, -1, 0);
  xmlXPathRegisterFuncLookup(state_->xpath, &State::find_function, state_.get());
  xmlXPathRegisterVariableLookup(state_->xpath, &State::find_variable, state_.get());
}

Evaluator::~Evaluator() { xmlXPathFreeContext(state_->xpath); }

void Evaluator::set_context(EvaluationContext context) {
  if (context.seed != state_->runtime.context.seed) state_->runtime.chance = Chance(context.seed);
  state_->runtime.context = std::move(context);
}

const EvaluationContext& Evaluator::context() const { return state_->runtime.context; }

Result<Value> Evaluator::evaluate(const Expression& expression, InstanceNode& self) {
  state_->runtime.rows.trim();
  return run(expression, self, self.xml);
}

Result<Value> Evaluator::evaluate(const Expression& expression, InstanceNode& self, TableId table,
                                  RowNumber row) {
  return run(expression, self, state_->runtime.rows.passing_row(table, row));
}

Result<Value> Evaluator::run(const Expression& expression, InstanceNode& self, _xmlNode* at) {
  Runtime& runtime = state_->runtime;
  runtime.instance.keep_order();
  runtime.self = &self;
  runtime.work = 0;
  runtime.fault.clear();
  xmlXPathContext* xpath = state_->xpath;
  xpath->doc = runtime.instance.document();
  xpath->node = at;
  xpath->contextSize = 1;
  xpath->proximityPosition = 1;
  xpath->opCount = 0;
  xmlResetError(&xpath->lastError);
  xmlXPathObject* object = xmlXPathCompiledEval(expression.compiled(), xpath);
  spent_ += xpath->opCount + runtime.work;
  if (object == nullptr && runtime.fault.empty()) {
    const bool is_type = xpath->lastError.code == XML_XPATH_INVALID_TYPE;
    runtime.fault = is_type ? kNoNodes : kTooMuchWork;
  }
  if (object == nullptr) return Error{runtime.fault};
  return value_of(object);
}

double Call::number(std::size_t index) const {
  if (const auto* text = std::get_if<std::string>(&arguments_[index]))
    return number_of(std::string_view(*text));
  return number_of(arguments_[index]);
}

std::size_t Call::id(std::size_t index) const {
  return static_cast<std::size_t>(std::get<double>(arguments_[index]));
}

Nodes Call::nodes(std::size_t index) const {
  Nodes relevant;
  if (const auto* all = std::get_if<Nodes>(&arguments_[index]))
    for (_xmlNode* node : *all) {
      const auto* answer = static_cast<const InstanceNode*>(node->_private);
      if (answer == nullptr || answer->is_relevant) relevant.push_back(node);
    }
  return relevant;
}

std::vector<std::string> Call::texts_of_one(std::size_t index) const {
  if (!std::holds_alternative<Nodes>(arguments_[index])) return {text(index)};
  std::vector<std::string> all;
  for (const _xmlNode* node : nodes(index)) all.push_back(text_of(node));
  return all;
}

std::vector<std::string> Call::texts(std::size_t from) const {
  std::vector<std::string> all;
  for (std::size_t index = from; index < size(); ++index)
    for (std::string& text : texts_of_one(index)) all.push_back(std::move(text));
  return all;
}

Value Call::fail(std::string message) {
  if (runtime.fault.empty()) runtime.fault = std::move(message);
  return std::string();
}

bool Call::works(std::size_t amount) {
  runtime.work += amount;
  if (runtime.work > kMostOperations) fail(std::string(kTooMuchWork));
  return runtime.fault.empty();
}

std::uint64_t Chance::bits() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

double Chance::fraction() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }

}  // namespace tertulia::formats
