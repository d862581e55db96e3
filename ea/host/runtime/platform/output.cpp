// Print, Comment and Alert as JSON lines.
#include "language/output.hpp"

#include "json-line.hpp"
#include "life.hpp"
#include "output-comment.hpp"

namespace mql::output {
namespace {

std::string shown;

}  // namespace

void print(const String& line) { JsonLine().text("print", line.toUtf8()).send(); }

void alert(const String& text) { JsonLine().text("alert", text.toUtf8()).send(); }

// A comment stands on the chart until another one replaces it: only changes are told.
void comment(const String& text) {
  std::string next = text.toUtf8();
  if (next == shown) return;
  shown = std::move(next);
  JsonLine().text("comment", shown).send();
}

void forgetCommentAtEnd() {
  life::onEnd([] { shown.clear(); });
}

}  // namespace mql::output
