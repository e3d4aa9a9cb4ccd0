//! Another registration under way than the one at hand, or the same one come back to.

use backend::secrets::Token;
use domain::paths;

use super::{Cx, Refusal};

impl Cx {
    /// Goes on with a registration under way, which this token names from now on; none where the cookie at hand does.
    /// What was refused on pages of registering is forgotten: it may be somebody else's, and whoever comes back agrees
    /// and certifies anew.
    pub async fn opens_draft(&self, token: Option<&Token>) -> Result<(), Refusal> {
        if let Some(session) = self.known_session().filter(|_| self.known.has_rejections) {
            let pages = paths::register();
            store::sessions::drop_rejections_below(&self.backend.db, session, pages.as_str()).await?;
        }
        if let Some(token) = token {
            self.set_draft(token);
        }
        Ok(())
    }
}
