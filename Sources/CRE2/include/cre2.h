// A C face on RE2: the few calls that plantoets needs. Matching takes time linear in the text,
// also for patterns and texts that an author meant badly.
#ifndef CRE2_H
#define CRE2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;

// Compiles UTF-8 `pattern`; never returns NULL. Ask `cre2_error` whether it compiled.
cre2_pattern *cre2_new(const char *pattern, size_t length);
void cre2_delete(cre2_pattern *pattern);

// What is wrong with the pattern, or NULL when it compiled. Lives as long as the pattern.
const char *cre2_error(const cre2_pattern *pattern);

// Whether the pattern matches anywhere in UTF-8 `text`. Safe from many threads at once.
bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length);

#ifdef __cplusplus
}
#endif

#endif
