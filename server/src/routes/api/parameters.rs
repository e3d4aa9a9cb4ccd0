//! What may stand in the query of a request for programs.

use domain::catalogue::search::{Search, Wrong, WrongParameter};

use super::problem::Problem;

/// A search; everything in it has to be right.
pub fn search(query: Option<&str>) -> Result<Search, Problem> {
    let parameters = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    Search::read_strictly(parameters).map_err(Problem::parameters)
}

/// Nothing at all.
pub fn none(query: Option<&str>) -> Result<(), Problem> {
    let parameters = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let wrong: Vec<WrongParameter> = parameters
        .take(1)
        .map(|(name, _)| WrongParameter { name: name.chars().take(100).collect(), wrong: Wrong::Unknown })
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(Problem::parameters(wrong)) }
}
