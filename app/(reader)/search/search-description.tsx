/** Link by which browsers offer the site's search: on the front page and its own, as each page pays for its bytes. */
export const SearchDescription = ({ siteName }: { siteName: string }) => (
	<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title={siteName} />
)
