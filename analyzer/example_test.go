package analyzer_test

import (
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/multichecker"
	"golang.org/x/tools/go/analysis/passes/printf"
	"golang.org/x/tools/go/packages"

	"github.com/sessionlint/sessionlint/analyzer"
)

// The main function of a linter of your own, with sessionlint and a pass of go
// vet. Flags such as -sessionlint.policy=strict change the settings.
func ExampleNew_multichecker() {
	multichecker.Main(analyzer.New(analyzer.Settings{Tests: true}), printf.Analyzer)
}

// Analyzers have their settings to themselves: here two of them judge the same
// program by two policies in one run.
func ExampleSettings() {
	dir, err := os.MkdirTemp("", "example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	for name, text := range map[string]string{"go.mod": "module example.com/shop\n\ngo 1.24\n", "main.go": exampleProgram} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			fmt.Println(err)
			return
		}
	}
	pkgs, err := packages.Load(&packages.Config{Dir: dir, Mode: packages.LoadAllSyntax | packages.NeedModule}, "./...")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, policy := range []string{"standard", "strict"} {
		a := analyzer.New(analyzer.Settings{Policy: policy, Config: "off"})
		graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, action := range graph.Roots {
			fmt.Printf("%s: %d\n", policy, len(action.Diagnostics))
			for _, d := range action.Diagnostics {
				fmt.Println(action.Package.Fset.Position(d.Pos).Line, d.Category)
			}
		}
	}
	// Output:
	// standard: 0
	// strict: 1
	// 21 SL103
}

const exampleProgram = `package main

import (
	"context"
	"database/sql"
	"net/http"
)

func main() {
	db, err := sql.Open("sqlite", "shop.db")
	if err != nil {
		panic(err)
	}
	http.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		_ = add(r.Context(), db)
	})
	_ = http.ListenAndServe(":8080", nil)
}

func add(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("INSERT INTO orders DEFAULT VALUES"); err != nil {
		return err
	}
	return tx.Commit()
}
`
