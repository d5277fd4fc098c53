export const metadata = { title: 'There is nothing at this address' }

/** Reads no data, since Next renders it into every page. The server sends the error page in its place. */
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
