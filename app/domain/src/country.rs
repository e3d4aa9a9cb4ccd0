//! The countries that parcels go to.

choice! {
    /// A country of the United Kingdom.
    #[derive(Default)]
    Country {
        /// England, unless somebody says otherwise.
        #[default]
        England = "england",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
        /// Scotland.
        Scotland = "scotland",
        /// Wales.
        Wales = "wales",
    }
}

impl Country {
    /// Whether it is the one that goes without saying.
    pub const fn is_england(&self) -> bool {
        matches!(self, Self::England)
    }

    /// Its name as it is printed on a label, whatever the language of the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::England => "England",
            Self::NorthernIreland => "Northern Ireland",
            Self::Scotland => "Scotland",
            Self::Wales => "Wales",
        }
    }
}

answers_by_code!(Country);
