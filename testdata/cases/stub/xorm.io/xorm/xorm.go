// Package xorm holds the shapes of xorm.io/xorm that the cases use.
package xorm

import "database/sql"

type Engine struct{ driverName string }

type Session struct{ engine *Engine }

func NewEngine(driverName string, dataSourceName string, driverOptions ...func(db *sql.DB) error) (*Engine, error) {
	return &Engine{}, nil
}

func (engine *Engine) NewSession() *Session { return &Session{engine: engine} }
func (engine *Engine) Close() error         { return nil }
func (engine *Engine) Transaction(f func(*Session) (any, error)) (any, error) {
	return f(&Session{})
}
func (engine *Engine) Where(query any, args ...any) *Session { return &Session{} }
func (engine *Engine) ID(id any) *Session                    { return &Session{} }
func (engine *Engine) Get(beans ...any) (bool, error)        { return false, nil }
func (engine *Engine) Insert(beans ...any) (int64, error)    { return 0, nil }
func (engine *Engine) Sync(beans ...any) error               { return nil }

func (session *Session) Begin() error                                     { return nil }
func (session *Session) Commit() error                                    { return nil }
func (session *Session) Rollback() error                                  { return nil }
func (session *Session) Close() error                                     { return nil }
func (session *Session) Insert(beans ...any) (int64, error)               { return 0, nil }
func (session *Session) Get(beans ...any) (bool, error)                   { return false, nil }
func (session *Session) Find(rowsSlicePtr any, condiBean ...any) error    { return nil }
func (session *Session) Where(query any, args ...any) *Session            { return session }
func (session *Session) Exec(sqlOrArgs ...any) (sql.Result, error)        { return nil, nil }
func (engine *Engine) Find(beans any, condiBeans ...any) error            { return nil }
func (engine *Engine) Exec(sqlOrArgs ...any) (sql.Result, error)          { return nil, nil }
func (session *Session) ID(id any) *Session                               { return session }
func (session *Session) Update(bean any, condiBean ...any) (int64, error) { return 0, nil }
func (session *Session) Delete(beans ...any) (int64, error)               { return 0, nil }
func (session *Session) IsInTx() bool                                     { return false }
