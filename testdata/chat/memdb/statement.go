package memdb

import (
	"cmp"
	"database/sql/driver"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

type (
	row    map[string]driver.Value // never changed once it is in a table
	tables map[string][]row        // in the order of insertion

	// change writes to tables and returns how many rows it touched.
	change func(tables) (int64, error)
)

// database is what all connections to one name share.
type database struct {
	mu     sync.Mutex
	tables tables
}

// read returns a copy of the tables in which the pending changes are done.
func (d *database) read(pending []change) tables {
	d.mu.Lock()
	seen := tables{}
	for name, rows := range d.tables {
		seen[name] = slices.Clone(rows)
	}
	d.mu.Unlock()
	for _, change := range pending {
		change(seen) // worked when it became pending
	}
	return seen
}

// apply makes changes lasting.
func (d *database) apply(changes []change) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, change := range changes {
		change(d.tables) // worked when it became pending
	}
}

// A table comes into being with its first row.
var (
	insertForm = regexp.MustCompile(`^INSERT INTO (\w+) \((\w+(?:, \w+)*)\) VALUES \(\?(?:, \?)*\)$`)
	selectForm = regexp.MustCompile(`^SELECT (\w+(?:, \w+)*) FROM (\w+)(?: WHERE (\w+) ([=<]) \?)?$`)
	deleteForm = regexp.MustCompile(`^DELETE FROM (\w+) WHERE (\w+) ([=<]) \?$`)
)

// statement is a parsed statement with its arguments.
type statement struct {
	verb     string
	table    string
	columns  []string
	where    string // column of the condition, "" when there is none
	operator string
	args     []driver.Value
}

// parse understands three forms:
//
//	INSERT INTO table (a, b) VALUES (?, ?)
//	SELECT a, b FROM table [WHERE a = ?]
//	DELETE FROM table WHERE a < ?
func parse(query string, named []driver.NamedValue) (statement, error) {
	var s statement
	if m := insertForm.FindStringSubmatch(query); m != nil {
		s = statement{verb: "INSERT", table: m[1], columns: strings.Split(m[2], ", ")}
	} else if m := selectForm.FindStringSubmatch(query); m != nil {
		s = statement{verb: "SELECT", table: m[2], columns: strings.Split(m[1], ", "), where: m[3], operator: m[4]}
	} else if m := deleteForm.FindStringSubmatch(query); m != nil {
		s = statement{verb: "DELETE", table: m[1], where: m[2], operator: m[3]}
	} else {
		return s, fmt.Errorf("memdb: statement is not supported: %s", query)
	}
	parameters := strings.Count(query, "?")
	if len(named) != parameters || s.verb == "INSERT" && len(s.columns) != parameters {
		return s, fmt.Errorf("memdb: %d arguments for %d parameters: %s", len(named), parameters, query)
	}
	for _, arg := range named {
		s.args = append(s.args, arg.Value)
	}
	return s, nil
}

// change implements the statements that write.
func (s statement) change(t tables) (int64, error) {
	switch s.verb {
	case "INSERT":
		inserted := row{}
		for i, column := range s.columns {
			inserted[column] = s.args[i]
		}
		t[s.table] = append(t[s.table], inserted)
		return 1, nil
	case "DELETE":
		before := len(t[s.table])
		t[s.table] = slices.DeleteFunc(t[s.table], s.matches)
		return int64(before - len(t[s.table])), nil
	}
	return 0, fmt.Errorf("memdb: %s does not write", s.verb)
}

// query implements the statements that read.
func (s statement) query(t tables) ([]row, error) {
	if s.verb != "SELECT" {
		return nil, fmt.Errorf("memdb: %s does not read", s.verb)
	}
	var found []row
	for _, r := range t[s.table] {
		if s.matches(r) {
			found = append(found, r)
		}
	}
	return found, nil
}

// matches says whether the condition holds. Values of different types are
// neither equal nor ordered, as with SQL's NULL.
func (s statement) matches(r row) bool {
	if s.where == "" {
		return true
	}
	var order int
	switch want := s.args[0].(type) {
	case string:
		have, ok := r[s.where].(string)
		if !ok {
			return false
		}
		order = cmp.Compare(have, want)
	case time.Time:
		have, ok := r[s.where].(time.Time)
		if !ok {
			return false
		}
		order = have.Compare(want)
	default:
		return false
	}
	return order < 0 && s.operator == "<" || order == 0 && s.operator == "="
}
