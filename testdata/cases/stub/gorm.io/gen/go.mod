module gorm.io/gen

go 1.26

require gorm.io/gorm v1.31.2
