//! Closed lists of the registry: the code is stored and exported, the words stand with the question.

choice! {
    /// Yes or no.
    YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

choice! {
    /// How somebody stands with the college of their profession.
    RegistrationStatus {
        /// Registered in good standing.
        Registered = "registered",
        /// Temporary emergency registrant.
        Temporary = "temp",
        /// Unregistered.
        NotRegistered = "notRegistered",
        /// The profession has no regulatory body.
        NotApplicable = "na",
    }
}

impl RegistrationStatus {
    /// Whether a college gave this person a number.
    pub const fn has_number(self) -> bool {
        matches!(self, Self::Registered | Self::Temporary)
    }
}

choice! {
    /// Whether somebody works in the health sector now.
    CurrentEmployment {
        /// Employed in it.
        Employed = "healthSectorEmployed",
        /// In a practicum or residency.
        Residency = "healthSectorResidency",
        /// Neither.
        NotEmployed = "notHealthSectorEmployed",
    }
}

choice! {
    /// Where somebody is employed.
    Employer {
        /// First Nations Health Authority.
        FirstNations = "firstNationsHa",
        /// Providence Health Care.
        Providence = "providence",
        /// Provincial Health Services Authority.
        Provincial = "provincialHsa",
        /// Fraser Health.
        Fraser = "fraser",
        /// Interior Health.
        Interior = "interior",
        /// Island Health.
        VancouverIsland = "vancouverIsland",
        /// Northern Health.
        Northern = "northern",
        /// Vancouver Coastal Health.
        VancouverCoastal = "vancouverCoastal",
        /// Private employer.
        Private = "privateEmployer",
        /// Outside of British Columbia.
        OutsideBc = "outsideBC",
    }
}

choice! {
    /// The health authority somebody was last deployed with.
    DeployedAuthority {
        /// First Nations Health Authority.
        FirstNations = "firstNationsHa",
        /// Providence Health Care.
        Providence = "providence",
        /// Provincial Health Services Authority.
        Provincial = "provincialHsa",
        /// Fraser Health.
        Fraser = "fraser",
        /// Interior Health.
        Interior = "interior",
        /// Island Health.
        VancouverIsland = "vancouverIsland",
        /// Northern Health.
        Northern = "northern",
        /// Vancouver Coastal Health.
        VancouverCoastal = "vancouverCoastal",
    }
}

choice! {
    /// What best describes somebody who is not employed in the health sector.
    Circumstance {
        /// Retired.
        Retired = "retired",
        /// A student.
        Student = "student",
        /// Something else.
        Other = "other",
    }
}

choice! {
    /// A kind of placement that somebody would take.
    Placement {
        /// Critical care and intensive care units.
        CriticalCare = "criticalCareICU",
        /// Emergency departments.
        Emergency = "emergencyDepartments",
        /// Long term care.
        LongTermCare = "longTermCare",
        /// Home support.
        HomeSupport = "homeSupport",
        /// Support that COVID-19 made necessary.
        Covid19 = "covid19Support",
        /// Anywhere needed.
        Anywhere = "anywhere",
        /// Something else.
        Other = "other",
    }
}

choice! {
    /// The longest time for which somebody could be deployed.
    Duration {
        /// 1 week.
        OneWeek = "oneWeek",
        /// 2 weeks.
        TwoWeeks = "twoWeeks",
        /// 4 weeks.
        FourWeeks = "fourWeeks",
        /// 8 weeks.
        EightWeeks = "eightWeeks",
        /// More than 8 weeks.
        EightPlus = "eightPlus",
    }
}

choice! {
    /// The hours somebody could work.
    DeploymentType {
        /// Full-time.
        FullTime = "fullTime",
        /// Part-time.
        PartTime = "partTime",
    }
}

choice! {
    /// Whether somebody has been deployed before.
    PreviousDeployment {
        /// Yes.
        Yes = "yes",
        /// No, or not sure.
        NoOrUnsure = "noOrUnsure",
    }
}

answers_by_code!(
    YesNo,
    RegistrationStatus,
    CurrentEmployment,
    Employer,
    DeployedAuthority,
    Circumstance,
    Placement,
    Duration,
    DeploymentType,
    PreviousDeployment,
);
