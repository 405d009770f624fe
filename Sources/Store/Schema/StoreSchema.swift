internal import GRDB

/// The tables of a store and the steps that led to them.
enum StoreSchema {
    /// `ddft` in ASCII: marks an SQLite file as a Downdraft store.
    static let applicationID: Int32 = 0x6464_6674

    /// The schema that this code writes and the latest that it reads.
    static let version = 7

    /// The numbered steps. A step that was released is never edited: later ones are added.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            for statement in StoreSchema1.statements {
                try database.execute(sql: statement)
            }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2") { database in
            try StoreSchema2.apply(to: database)
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3") { database in
            for statement in StoreSchema3.statements {
                try database.execute(sql: statement)
            }
            try database.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4") { database in
            for statement in StoreSchema4.statements {
                try database.execute(sql: statement)
            }
            try database.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5") { database in
            for statement in StoreSchema5.statements {
                try database.execute(sql: statement)
            }
            try database.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("6") { database in
            for statement in StoreSchema6.statements {
                try database.execute(sql: statement)
            }
            try database.execute(sql: "PRAGMA user_version = 6")
        }
        migrator.registerMigration("7") { database in
            for statement in StoreSchema7.statements {
                try database.execute(sql: statement)
            }
            try database.execute(sql: "PRAGMA user_version = 7")
        }
        return migrator
    }
}
