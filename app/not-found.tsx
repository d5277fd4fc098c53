export const metadata = { title: 'There is nothing at this address' }

/**
 * Next makes this part of every page, whether or not it is needed, so it asks for nothing. The server shows the
 * problem page in its place.
 */
export default function NotFound() {
	return (
		<main id="content">
			<h1>There is nothing at this address</h1>
			<p>
				<a href="/desk">To the desk</a> or <a href="/">to the front page</a>
			</p>
		</main>
	)
}
