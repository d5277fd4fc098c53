import { cutText } from '@/lib/cut-text'
import { messages } from '@/lib/messages/messages'
import { element, xmlDocument } from '@/lib/xml'

const OPENSEARCH = 'http://a9.com/-/spec/opensearch/1.1/'
/** Limits of the specification in characters. */
const SHORT_NAME_MAX = 16
const LONG_NAME_MAX = 48
const DESCRIPTION_MAX = 1_024

type Site = { name: string; language: string; url: string }

/** The description by which browsers search the site, by OpenSearch 1.1; `url` has no slash at its end. */
export const openSearchDescription = ({ name, language, url }: Site): string =>
	xmlDocument(
		element(
			'OpenSearchDescription',
			{ xmlns: OPENSEARCH },
			element('ShortName', {}, cutText(name, SHORT_NAME_MAX).trim()),
			element('LongName', {}, cutText(name, LONG_NAME_MAX).trim()),
			element('Description', {}, cutText(messages().search.searchOf(name), DESCRIPTION_MAX)),
			element('Url', { type: 'text/html', method: 'get', template: `${url}/search?q={searchTerms}` }),
			element('Url', {
				type: 'application/opensearchdescription+xml',
				rel: 'self',
				template: `${url}/opensearch.xml`,
			}),
			element('Image', { width: 48, height: 48, type: 'image/x-icon' }, `${url}/favicon.ico`),
			element('Language', {}, language),
			element('InputEncoding', {}, 'UTF-8'),
			element('OutputEncoding', {}, 'UTF-8'),
		),
	)
