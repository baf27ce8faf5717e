package cli

import (
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

const diff = `diff --git a/store/store.go b/store/store.go
--- a/store/store.go
+++ b/store/store.go
@@ -3 +3,2 @@ package store
-import "database/sql"
+import "context"
+import "database/sql"
@@ -20,2 +20,0 @@ func open() {
-	defer db.Close()
-
diff --git a/gone.go b/gone.go
--- a/gone.go
+++ /dev/null
@@ -1,3 +0,0 @@
-package gone
diff --git "a/tab\there.go" "b/tab\there.go"
--- "a/tab\there.go"
+++ "b/tab\there.go"
@@ -7 +7 @@
-a
+b
diff --git a/with space.go b/with space.go
--- a/with space.go	
+++ b/with space.go	
@@ -9 +9 @@
-a
+b
`

func TestParseDiff(t *testing.T) {
	c := parseDiff(diff)
	for _, p := range []struct {
		file string
		line int
		want bool
	}{
		{"store/store.go", 2, false}, {"store/store.go", 3, true}, {"store/store.go", 4, true}, {"store/store.go", 5, false},
		{"store/store.go", 19, false}, {"store/store.go", 20, true}, {"store/store.go", 21, true}, {"store/store.go", 22, false},
		{"gone.go", 1, false}, {"tab\there.go", 7, true}, {"with space.go", 9, true}, {"other.go", 3, false},
	} {
		if got := c.touch(rule.Position{File: p.file, Line: p.line}); got != p.want {
			t.Errorf("%q:%d: got %v", p.file, p.line, got)
		}
	}
}

func TestTouchFinding(t *testing.T) {
	here, there := rule.Position{File: "a.go", Line: 1}, rule.Position{File: "b.go", Line: 1}
	c := changes{"b.go": {{1, 1}}}
	for name, f := range map[string]*rule.Finding{
		"place": {Position: there},
		"entry": {Position: here, Entry: &rule.Entry{Position: there}},
		"step":  {Position: here, Chain: []rule.Step{{Position: here}, {Position: there}}},
		"held":  {Position: here, Held: &rule.Held{Position: there}},
	} {
		if !c.touchFinding(f) {
			t.Errorf("%s: not touched", name)
		}
	}
	if c.touchFinding(&rule.Finding{Position: here, Chain: []rule.Step{{Position: here}}}) {
		t.Error("touched, and is not")
	}
}
