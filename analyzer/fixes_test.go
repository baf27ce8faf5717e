package analyzer_test

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/driver"
	"github.com/sessionlint/sessionlint/analyzer/fix"
	"github.com/sessionlint/sessionlint/analyzer/rule"
	"github.com/sessionlint/sessionlint/internal/casetest"
)

// fixable are the cases with a fix, and what it says. No other one has any:
// what cannot be changed safely, or only elsewhere, is left to a person.
var fixable = map[string][]string{
	"held/beego_query":                  {"SL202 use tx in the place of o", "SL202 use tx in the place of o"},
	"held/callback_own_helper":          {"SL202 use tx in the place of s.db"},
	"held/callback_xorm_transaction":    {"SL202 use sess in the place of s.db"},
	"held/fix_bound_copy":               {"SL202 use items in the place of s.items"},
	"held/fix_handed_pool":              {"SL202 use tx in the place of s.db"},
	"held/fix_pgx_rollback":             {"SL401 defer tx.Rollback(ctx)"},
	"held/fix_sqlx_function":            {"SL202 use tx in the place of s.db"},
	"held/fix_twin_with_session":        {"SL201 call createWithSession with tx"},
	"held/leak_conn_not_closed":         {"SL401 defer conn.Close()"},
	"held/leak_context_cancelled":       {"SL401 defer tx.Rollback()"},
	"held/leak_of_pool_handed_out":      {"SL401 defer tx.Rollback()"},
	"held/leak_rows_scan_error":         {"SL401 defer rows.Close()"},
	"held/leak_deferred_argument":       {"SL401 defer rows.Close()"},
	"held/leak_kept_outside":            {"SL401 defer rows.Close()"},
	"held/leak_defer_too_late":          {"SL401 defer tx.Rollback()"},
	"held/leak_early_return":            {"SL401 defer tx.Rollback()"},
	"held/leak_error_translated":        {"SL401 defer rows.Close()"},
	"held/leak_generic_wrapper":         {"SL401 defer tx.Rollback()"},
	"held/leak_gorm_begin_error":        {"SL401 defer tx.Rollback()"},
	"held/leak_one_switch_case":         {"SL401 defer tx.Rollback()"},
	"held/leak_pgx_scan":                {"SL401 defer rows.Close()"},
	"held/leak_range_function_open":     {"SL401 defer rows.Close()"},
	"held/leak_returned_not_ended":      {"SL401 defer tx.Rollback()"},
	"held/leak_rows_break":              {"SL401 defer rows.Close()"},
	"held/leak_rows_error_return":       {"SL401 defer rows.Close()"},
	"held/leak_success_without_end":     {"SL401 defer tx.Rollback()"},
	"held/optional_nil_dropped":         {"SL201 pass tx on"},
	"held/optional_variadic_dropped":    {"SL201 pass sess on"},
	"held/optional_wrong_twin":          {"SL201 call createInTx with tx"},
	"held/commit_by_interface":          {"SL401 defer tx.Rollback()"},
	"held/leak_rows_next_false":         {"SL401 defer rows.Close()"},
	"held/pool_beside_helper":           {"SL202 use tx in the place of s.db"},
	"held/pool_association":             {"SL202 use tx in the place of s.db"},
	"held/pool_committed_on_one_branch": {"SL202 use tx in the place of s.db"},
	"held/pool_engine_interface":        {"SL202 use tx in the place of s.db"},
	"held/pool_gorm_begin":              {"SL202 use tx in the place of s.db"},
	"held/pool_gorm_outer":              {"SL202 use tx in the place of s.db"},
	"held/pool_in_loop":                 {"SL202 use tx in the place of s.db"},
	"held/pool_logged":                  {"SL202 use tx in the place of s.db", "SL202 use tx in the place of s.db"},
	"held/pool_pgx_beginfunc":           {"SL202 use tx in the place of s.db"},
	"held/pool_pgx_checked_out":         {"SL202 use conn in the place of s.db"},
	"held/pool_sql_beside_tx":           {"SL202 use tx in the place of s.db"},
	"held/pool_sqlx_get":                {"SL202 use tx in the place of s.db"},
	"held/pool_switch_cases":            {"SL202 use tx in the place of s.db"},
}

// TestFixes applies the fixes of all cases at once: what comes out builds, and
// nothing is found in it.
func TestFixes(t *testing.T) {
	root := t.TempDir()
	names := slices.Sorted(maps.Keys(fixable))
	for _, name := range append([]string{"go.mod", "gen", "stub"}, names...) {
		if err := copyOver(filepath.Join(root, name), filepath.Join(casesRoot(t), name)); err != nil {
			t.Fatal(err)
		}
	}
	cases, err := casetest.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir()
	found := judgeAll(t, root, cache, cases)
	files, fixed := fix.Findings(root, found)
	if len(files) != len(names) || slices.Contains(fixed, false) {
		t.Errorf("%d files change, want %d; findings that are fixed: %v", len(files), len(names), fixed)
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(root, f.Name), f.After, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"vet"} // which compiles what is below and, unlike go build, links nothing
	for _, name := range names {
		args = append(args, "./"+name)
	}
	vet := exec.Command("go", args...)
	vet.Dir = root
	if out, err := vet.CombinedOutput(); err != nil {
		t.Errorf("what was fixed does not build: %v\n%s", err, out)
	}
	if left := judgeAll(t, root, cache, cases); len(left) > 0 {
		t.Errorf("left after the fixes: %+v", left)
	}
}

// judgeAll judges each case alone.
func judgeAll(t *testing.T, root, cache string, cases []*casetest.Case) []rule.Finding {
	t.Helper()
	l := &loader{root: root, cache: cache, done: map[driver.Settings]map[bool]*driver.Loaded{}}
	var all []rule.Finding
	for _, c := range cases {
		found, _ := l.judge(t, c)
		all = append(all, found...)
	}
	return all
}

// checkFixes compares what a case offers with the table.
func checkFixes(t *testing.T, name string, found []rule.Finding) {
	t.Helper()
	var got []string
	for _, f := range found {
		for _, x := range f.Fixes {
			got = append(got, f.Rule+" "+x.Message)
		}
	}
	if want := fixable[name]; !slices.Equal(got, want) {
		t.Errorf("fixes %q, want %q", got, want)
	}
}
