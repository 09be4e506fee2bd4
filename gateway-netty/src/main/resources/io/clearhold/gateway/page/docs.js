// The validator badge of swagger-ui would ask a server elsewhere: it stays off.
window.addEventListener("load", () => {
  window.ui = SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#contract",
    deepLinking: true,
    validatorUrl: null,
  });
});
