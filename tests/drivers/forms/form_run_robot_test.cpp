// SPDX-License-Identifier: Apache-2.0
// Random people answer random forms: all stands as the evaluator of random_form.h says, and a person who
// comes with all answers at once finds the same.
#include "drivers/forms/xform_runner.h"
#include "tests/formats/expressions/random_form.h"
#include "tests/support/logic_form.h"

namespace tertulia {
namespace {

LogicForm logic_form_of(const RandomForm& random) {
  LogicForm form;
  for (const Bind& bind : random.binds()) {
    const std::string path = bind.path.substr(std::string("/data/").size());
    Bind& made = bind.kind == NodeKind::kGroup ? form.group(path)
                 : bind.calculation.empty()    ? form.asks(path)
                                               : form.makes(path);
    made = bind;
  }
  return form;
}

void expect_standing(const RandomForm& random, const std::map<std::size_t, std::string>& answers,
                     const FormPerson& person) {
  const std::vector<Standing> standing = random.standing(answers);
  for (std::size_t at = 0; at < standing.size(); ++at) {
    const std::string name = "q" + std::to_string(at);
    if (random.questions()[at].is_sum) {
      const AnswerValue value = standing[at].value.empty() ? AnswerValue() : text(standing[at].value);
      ASSERT_EQ(person.has(name), value) << name;
      continue;
    }
    const QuestionNow now = person.question(name);
    ASSERT_EQ(now.is_relevant, standing[at].is_relevant) << name;
    ASSERT_EQ(now.is_required, standing[at].is_required) << name;
    ASSERT_EQ(now.is_valid, standing[at].is_valid) << name;
  }
}

TEST(form_robot, random_people_find_random_forms_as_their_rules_say) {
  XFormRunner runner;
  for (unsigned seed = 1; seed <= 1000; ++seed) {
    RandomForm random(seed);
    LogicForm form = logic_form_of(random);
    form.form().id = std::to_string(seed);
    FormPerson person(runner, form);
    std::map<std::size_t, std::string> answers;
    for (int press = 0; press < 6; ++press) {
      const std::size_t at = random.pick(random.questions().size());
      if (random.questions()[at].is_sum) continue;
      answers[at] = random.pick_answer();
      if (answers[at].empty())
        person.clears("q" + std::to_string(at));
      else
        person.answers("q" + std::to_string(at), text(answers[at]));
      SCOPED_TRACE("form " + std::to_string(seed) + ", press " + std::to_string(press));
      expect_standing(random, answers, person);
      if (HasFatalFailure()) return;
    }
    FormPerson at_once(runner, form);
    EXPECT_EQ(at_once.run().take(person.all(), some_respondent().time).questions,
              person.run().now().questions)
        << seed;
  }
}

}  // namespace
}  // namespace tertulia
