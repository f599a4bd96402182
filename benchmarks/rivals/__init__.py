"""What others would write: small Streamlit apps that show the same events by the same slider, and two empty floors."""
