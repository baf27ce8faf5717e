// Package orm has the API of beego's orm v2, as far as the cases need it.
package orm

type Params map[string]interface{}

type QuerySeter interface {
	Filter(string, ...interface{}) QuerySeter
	Limit(limit interface{}, args ...interface{}) QuerySeter
	Count() (int64, error)
	Update(values Params) (int64, error)
	All(container interface{}, cols ...string) (int64, error)
	One(container interface{}, cols ...string) error
}

type RawSeter interface {
	QueryRow(containers ...interface{}) error
	SetArgs(...interface{}) RawSeter
}

type DML interface {
	Insert(md interface{}) (int64, error)
	Update(md interface{}, cols ...string) (int64, error)
	Raw(query string, args ...interface{}) RawSeter
}

type DQL interface {
	Read(md interface{}, cols ...string) error
	QueryTable(ptrStructOrTableName interface{}) QuerySeter
}

type ormer interface {
	DQL
	DML
}

type QueryExecutor interface{ ormer }

type TxBeginner interface{ Begin() (TxOrmer, error) }

type txEnder interface {
	Commit() error
	Rollback() error
	RollbackUnlessCommit() error
}

type TxCommitter interface{ txEnder }

type Ormer interface {
	QueryExecutor
	TxBeginner
}

type TxOrmer interface {
	QueryExecutor
	TxCommitter
}

type executor struct{ Ormer }

// NewOrm is a handle on the registered pool.
func NewOrm() Ormer { return executor{} }

// RegisterDataBase opens a pool.
func RegisterDataBase(alias, driver, source string) error { return nil }
